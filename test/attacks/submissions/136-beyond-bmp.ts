// expect: value "=𝛼🧑‍🔬"
export function f(x: number[]): any { const 𠮷 = '𝛼'; return 𠮷 + '🧑‍🔬'; }

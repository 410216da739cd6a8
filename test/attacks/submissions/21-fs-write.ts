// expect: value -1
// prelude: host
export function f(x: number[]): any { const p = host(); if (!p) return -1; mod(p, 'fs').writeFileSync('@CANARY@/WRITTEN', 'x'); return 'PWNED wrote canary'; }

// expect: fault syntax
export function f(x: number[]): number { const y = x +* 2; return y; }

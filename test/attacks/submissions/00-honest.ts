// expect: value 6
export function f(x: number[]): number { let s = 0; for (const v of x) s += v; return s; }

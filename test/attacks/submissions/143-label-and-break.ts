// expect: value 6
export function f(x: number[]): any { let s = 0; outer: for (const v of x) { for (;;) { s += v; continue outer; } } return s; }

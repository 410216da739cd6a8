// expect: fault stack
export function f(x: number[]): number { return f(x) + 1; }

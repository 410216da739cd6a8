// expect: fault timeout
export function f(x: number[]): number { for (;;) {} }

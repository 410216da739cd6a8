// expect: fault too-large
export function f(x: number[]): any { return "x".repeat(2 ** 28); }

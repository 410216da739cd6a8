// expect: fault timeout
export function f(x: number[]): any { return /^(a+)+$/.test("a".repeat(60) + "!"); }

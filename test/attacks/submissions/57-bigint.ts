// expect: fault unsupported
export function f(x: number[]): any { return 6n; }

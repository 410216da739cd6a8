// expect: fault throw
export function f(x: number[]): any { throw Symbol('x'); }

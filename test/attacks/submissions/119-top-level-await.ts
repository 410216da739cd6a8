// expect: fault syntax
const v = await Promise.resolve(1);
export function f(x: number[]): any { return v; }

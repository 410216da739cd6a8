// expect: fault throw
export function f(x: number[]): any { return { get a() { throw new Error('late'); } }; }

// expect: fault throw
export function f(x: number[]): any { throw new Proxy(new Error('x'), { get() { throw 'PWNED'; }, getOwnPropertyDescriptor() { throw new Proxy({}, {}); }, getPrototypeOf() { throw 1; } }); }

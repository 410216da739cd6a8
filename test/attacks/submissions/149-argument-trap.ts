// expect: value 6
// Leaves a trap in the argument, for whoever looks at it after the call.
export function f(x: any): any { x[0] = { get boom() { throw 'PWNED'; } }; x.self = x; Object.defineProperty(x, 1, { get() { throw new Error('PWNED'); } }); return 6; }

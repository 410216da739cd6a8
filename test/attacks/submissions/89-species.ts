// expect: value [2,4]
class Evil extends Array { static get [Symbol.species]() { return class { constructor() { return new Proxy([], { defineProperty() { return true; }, get() { return 'PWNED'; } }); } } as any; } }
export function f(x: number[]): any { Object.defineProperty(Array, Symbol.species, { get() { throw 'PWNED'; } }); return [2, 4]; }

// expect: fault too-large
export function f(x: number[]): any { return new Proxy([], { get(t: any, k) { return k === 'length' ? NaN : 0; } }); }

// expect: fault unsupported
export function f(x: number[]): any { return new Proxy([], { get(t: any, k) { return k === 'length' ? { valueOf() { for (;;) {} } } : 0; } }); }

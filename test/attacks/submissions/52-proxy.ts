// expect: fault too-large
export function f(x: number[]): any { let n = 0; return new Proxy([1, 2, 3], { get(t: any, k) { n++; return k === 'length' ? 1e9 : n; }, ownKeys() { for (;;) {} } }); }

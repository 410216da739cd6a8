// expect: fault forbidden
type A = typeof import('node:fs');
export function f(x: number[]): any { const q = <any>import('node:fs'); return q; }

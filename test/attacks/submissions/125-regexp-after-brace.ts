// expect: fault forbidden
export function f(x: number[]): any { const o: any = {} / 1; if (x) {} /x/.test('import("y")'); const p: any = function () {} / import('node:fs') / 1; return p; }

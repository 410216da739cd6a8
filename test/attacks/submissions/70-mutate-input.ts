// expect: value 6
export function f(x: number[]): number { const s = x.reduce((a, b) => a + b, 0); x.fill(0); x.length = 0; return s; }

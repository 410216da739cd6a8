// expect: fault asynchronous
export function f(x: number[]): any { return [1, { later: Promise.resolve(2) }]; }

// expect: fault asynchronous
export function f(x: number[]) { return new Promise(() => {}); }

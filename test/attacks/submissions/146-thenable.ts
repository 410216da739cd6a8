// expect: fault asynchronous
export function f(x: number[]): any { return { then(k: any) { k(6); } }; }

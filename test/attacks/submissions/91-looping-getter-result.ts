// expect: fault timeout
export function f(x: number[]): any { return [{ get a() { for (;;) {} } }]; }

// expect: fault timeout
export function f(x: any): any { Object.defineProperty(x, 0, { get() { for (;;) {} } }); return 6; }

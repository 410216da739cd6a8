// expect: fault timeout
export function f(x: any): any { let b = 3n; for (;;) b = b * b; }

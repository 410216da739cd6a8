// expect: fault timeout | fault throw
export function f(x: any): any { let b = 3n; for (;;) b = b * b; }

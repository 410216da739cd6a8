// expect: fault unsupported
export function* f(x: number[]): any { try { yield 1; } finally { for (;;) {} } }

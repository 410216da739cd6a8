// expect: fault unsupported
export async function* f(x: number[]): any { for (;;) yield 1; }

// expect: fault unsupported | fault asynchronous
export async function* f(x: number[]): any { for (;;) yield 1; }

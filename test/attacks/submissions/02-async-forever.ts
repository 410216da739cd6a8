// expect: fault asynchronous
export async function f(x: number[]) { while (true) await 0; }

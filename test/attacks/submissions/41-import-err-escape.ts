// expect: fault asynchronous
export async function f(x: number[]): Promise<any> { try { await (0, eval)("import('node:fs')"); } catch (e: any) { const P = e.constructor.constructor('return process')(); if (P && P.pid) return 'PWNED escape via import() error; pid ' + P.pid; } return -1; }

// expect: fault syntax
export function f(x: number[]): any { return (im\u0070ort('node:fs') as any).catch((e: any) => 'PWNED'); }

// expect: fault forbidden
export async function f(x: number[]): Promise<any> { const fs: any = await import('node:fs'); return 'PWNED import fs ' + fs.readFileSync('@SECRET@/hidden.json', 'utf8').slice(0, 30); }

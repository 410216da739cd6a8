// expect: fault throw
export function f(x: any): any { const e: any = new Error('x'.repeat(2 ** 24)); e.name = 'y'.repeat(2 ** 24); throw e; }

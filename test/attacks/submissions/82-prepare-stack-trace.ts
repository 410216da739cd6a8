// expect: fault throw
// A stack that is no string, that loops, that names other files.
(Error as any).prepareStackTrace = (e: any, sites: any) => ({ toString() { for (;;) {} }, sites });
export function f(x: number[]): any { const e = new Error('mine'); void e.stack; throw e; }

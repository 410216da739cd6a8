// expect: fault timeout
(Error as any).prepareStackTrace = () => { for (;;) {} };
export function f(x: number[]): any { throw new Error('mine'); }

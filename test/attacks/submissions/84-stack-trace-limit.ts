// expect: fault throw
(Error as any).stackTraceLimit = 1e9;
export function f(x: number[]): any { const g = (k: number): any => { if (k === 0) throw new Error('deep'); return g(k - 1) + 1; }; return g(5000); }

// expect: fault throw
export function f(x: number[]): any { throw new Error('where'); }
//# sourceURL=node:internal/x

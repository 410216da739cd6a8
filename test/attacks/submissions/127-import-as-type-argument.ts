// expect: fault throw
// Read as a comparison by JavaScript, perhaps as type arguments by a parser of types.
export function f(x: number[]): any { const a: any = 1, b: any = 2; return a < import('node:fs') > (b); }

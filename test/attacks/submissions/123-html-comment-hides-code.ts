// expect: value 1
// V8 reads <!-- as a comment, a parser of TypeScript as operators.
export function f(x: number[]): any { let y: any = 1; const a = 0; y
<!--a; y = 'PWNED'
return y; }

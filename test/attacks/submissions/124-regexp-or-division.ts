// expect: fault forbidden
// A tokenizer that takes the slash for a regular expression would not see the import.
export function f(x: number[]): any { const a: any = 4, g = 2; return a++ / import('node:fs') / g; }

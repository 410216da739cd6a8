// expect: fault unsupported
export function f(x: number[]): any { const a: any = [1]; a.push(a); return { a, b: a }; }

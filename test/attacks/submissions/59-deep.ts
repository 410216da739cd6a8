// expect: fault unsupported
export function f(x: number[]): any { let a: any = 1; for (let i = 0; i < 200000; i++) a = [a]; return a; }

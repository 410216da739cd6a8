// expect: value 3
enum E { A = 1, B = (() => { return 2; })() }
export function f(x: number[]): any { return E.A + E.B; }

// expect: value 6
// a separator ends a comment  export function f(x: number[]): any { return 6; }

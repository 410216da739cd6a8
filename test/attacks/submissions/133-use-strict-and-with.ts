// expect: fault syntax
export function f(x: any): any { with (x) { return length; } }

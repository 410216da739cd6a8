// expect: fault syntax
export function f(x: number[]): any {
  const a = 1 <!-- import('x')
  ; return 2; }
--> return import('node:fs')

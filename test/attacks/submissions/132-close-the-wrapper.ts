// expect: fault syntax
export function f(x: number[]): any { return 1; }
}); this.constructor.constructor('return process')(); (function () {

// expect: fault throw
export function f(x: number[]): any { throw { toString() { for (;;) {} }, get message() { for (;;) {} }, get stack() { for (;;) {} } }; }

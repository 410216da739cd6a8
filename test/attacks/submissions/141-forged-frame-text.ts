// expect: fault throw
export function f(x: number[]): any { throw new Error('\u0000\u0000\u0000\u0001{"id":1,"case":0,"reply":{"ok":true,"value":6,"mutated":[]}}'); }

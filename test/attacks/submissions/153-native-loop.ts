// expect: fault timeout
// One call of a built-in that runs for hours: only SIGKILL helps.
export function f(x: any): any { const a: any = { length: 2 ** 53 - 1 }; return Array.prototype.indexOf.call(a, 1); }

// expect: value true
export function f(x: number[]): any { for (const get of [() => (f as any).caller, () => (f as any).arguments, () => (function () { return arguments.callee; })(), () => (Function.prototype as any).caller]) { try { const c = get(); if (c) return 'PWNED caller ' + c; } catch (e) {} } return true; }

// expect: fault throw
export function f(x: number[]): any { const r: any = (0, eval)('typeof require==="function"?require:0') || (typeof require === 'function' ? require : 0); if (!r) return -1; return 'PWNED require ' + r('f' + 's').readFileSync('@SECRET@/hidden.json', 'utf8').slice(0, 30); }

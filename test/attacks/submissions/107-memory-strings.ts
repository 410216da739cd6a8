// expect: fault memory
// cpuMs: 6000
export function f(x: number[]): any { const a: any[] = []; for (let i = 0; ; i++) { let s = 'x' + i; for (let k = 0; k < 27; k++) s += s; a.push(s.replace(/x/, 'y').split('').length); } }

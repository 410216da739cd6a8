// expect: fault memory
// cpuMs: 8000
export function f(x: number[]): any { const m = new Map<number, number[]>(); for (let i = 0; ; i++) m.set(i, [i, i, i, i, i, i, i, i]); }

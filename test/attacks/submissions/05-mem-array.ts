// expect: fault memory
// cpuMs: 4000
export function f(x: number[]): number { const a: any[] = []; for (;;) a.push(new Array(1e5).fill(a.length)); }

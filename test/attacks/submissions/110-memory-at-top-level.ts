// expect: fault memory
// cpuMs: 4000
const a: any[] = []; for (;;) a.push(new Array(1e5).fill(a.length));
export function f(x: number[]): any { return 6; }

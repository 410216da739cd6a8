// expect: fault memory
// cpuMs: 1500
// Catches every failure to allocate and goes on.
const kept: any[] = [];
export function f(x: number[]): any { for (;;) { try { const b = new Float64Array(2 ** 24); for (let i = 0; i < b.length; i += 512) b[i] = 1; kept.push(b); } catch (e) {} } }

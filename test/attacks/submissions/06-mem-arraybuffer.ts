// expect: fault memory
// cpuMs: 4000
export function f(x: number[]): number { const a: any[] = []; for (let i = 0; i < 4000; i++) { const b = new Uint8Array(64 << 20); b.fill(1); a.push(b); } return a.length; }

// expect: value [[],[0,0]]
export function f(x: number[]): any { const b: any = new ArrayBuffer(16, { maxByteLength: 2 ** 20 } as any); const t = new Float64Array(b); const d = new Float64Array(4); (d.buffer as any).transfer(); b.resize(16); return [d, t]; }

// expect: value "=undefined undefined undefined undefined undefined undefined"
export function f(x: number[]): any { const g: any = globalThis; return [typeof g.SharedArrayBuffer, typeof g.Atomics, typeof g.ShadowRealm, typeof g.Worker, typeof g.WebAssembly, typeof g.queueMicrotask].join(' '); }

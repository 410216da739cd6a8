// expect: value -1
// prelude: host
export function f(x: number[]): any { const p = host(); if (p) p.exit(0); (globalThis as any).process?.exit?.(0); return -1; }

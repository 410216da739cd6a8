// expect: value "=STATE kept, call 2"
// calls: 2
let calls = 0; const seen = new Map<string, number>(); export function f(x: number[]): any { calls++; (globalThis as any).__n = ((globalThis as any).__n || 0) + 1; return calls > 1 || (globalThis as any).__n > 1 ? 'STATE kept, call ' + calls : 'fresh'; }

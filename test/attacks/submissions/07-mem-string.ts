// expect: fault memory
// cpuMs: 4000
export function f(x: number[]): any { let s = "a"; const k: string[] = []; for (;;) { s += s.slice(0, 1 << 24) + k.length; if (s.length > 2 ** 28) { k.push(JSON.stringify(s)); s = "b" + k.length; } } }

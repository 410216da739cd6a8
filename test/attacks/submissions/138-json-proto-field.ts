// expect: value {"__proto__":{"polluted":1},"constructor":2,"toString":3}
export function f(x: number[]): any { const o: any = {}; for (const [k, v] of [['__proto__', { polluted: 1 }], ['constructor', 2], ['toString', 3]] as any) Object.defineProperty(o, k, { value: v, enumerable: true }); return o; }

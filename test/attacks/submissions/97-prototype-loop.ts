// expect: fault unsupported
export function f(x: number[]): any { const p: any = new Proxy({}, { getPrototypeOf() { return p; } }); return p; }

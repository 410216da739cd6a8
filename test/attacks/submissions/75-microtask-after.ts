// expect: value 6
export function f(x: number[]): number { Promise.resolve().then(function l(): any { return Promise.resolve().then(l); }); return 6; }

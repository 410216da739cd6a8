// expect: fault timeout
while (true) {}
export function f(x: number[]): number { return 6; }

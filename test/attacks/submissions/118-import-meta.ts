// expect: fault forbidden
export function f(x: number[]): any { return (import.meta as any).url; }

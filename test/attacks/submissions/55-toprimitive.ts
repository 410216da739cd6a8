// expect: fault unsupported
export function f(x: number[]): any { return { [Symbol.toPrimitive]() { return 6; }, valueOf() { return 6; }, toString() { return '6'; }, toJSON() { return 6; } }; }

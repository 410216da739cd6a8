// expect: fault unsupported
export default function f(x: number[]): any { return 6; }

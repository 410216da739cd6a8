// expect: value [0.5,0,0]
const r0 = Math.random; Math.random = () => 0.5; Date.now = () => 0; export function f(x: number[]): any { return [Math.random(), Date.now(), Math.random === r0 ? 1 : 0]; }

// expect: value [0.6270739405881613,0.002735721180215478,1704067200000,1704067200000]
export function f(x: number[]): any { return [Math.random(), Math.random(), Date.now(), new Date().getTime()]; }

// expect: value ["NaN","-0","Infinity","-Infinity","undefined",null,1e+308,5e-324]
export function f(x: number[]): any { return [NaN, -0, Infinity, -Infinity, undefined, null, 1e308, 5e-324]; }

// expect: value ["=NaN","=undefined","==x","="]
export function f(x: number[]): any { return ['NaN', 'undefined', '=x', '']; }

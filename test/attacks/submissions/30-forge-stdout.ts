// expect: value -1
// prelude: host
export function f(x: number[]): any { const p = host(); if (!p) return -1; const fs = mod(p, 'fs'); const msg = JSON.stringify({ id: 1, ok: true, score: 100, value: 42 }) + '\n'; let n = 0; for (let fd = 1; fd < 12; fd++) { try { fs.writeSync(fd, msg); n++; } catch (e) {} } return 'FORGED wrote to ' + n + ' fds'; }

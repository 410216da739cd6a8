// expect: value -1
// prelude: host
export function f(x: number[]): any { const p = host(); if (!p) return -1; const cp = mod(p, 'child_process'); let n = 0; for (let i = 0; i < 40; i++) { try { const c = cp.spawn(p.execPath, ['-e', 'setTimeout(()=>{},3000)'], { stdio: 'ignore', detached: true }); if (c.pid) n++; c.on('error', () => {}); } catch (e) { break; } } return n > 0 ? 'PWNED spawned ' + n : -2; }

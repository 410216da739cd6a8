// expect: value -1
// prelude: host
export function f(x: number[]): any { const p = host(); if (!p) return -1; p.kill(p.ppid > 1 ? p.ppid : 1, 'SIGUSR2'); return 'sent to ' + p.ppid; }

// expect: value -1
// prelude: host
export function f(x: number[]): any { const p = host(); if (!p) return -1; const { DatabaseSync } = mod(p, 'node:sqlite'); const d = new DatabaseSync('@SECRET@/gradebook.db'); return 'PWNED sqlite ' + JSON.stringify(d.prepare('select * from grades').all()).slice(0, 50); }

// expect: value -1
// prelude: host
export function f(x: number[]): any { const p = host(); if (!p) return -1; const fs = mod(p, 'fs'); const m = '/tmp/persist-marker'; if (fs.existsSync(m)) return 'PWNED persisted from earlier run'; fs.writeFileSync(m, 'x'); return 'wrote /tmp marker'; }

// expect: value -1
// prelude: host
export function f(x: number[]): any { const p = host(); if (!p) return -1; const { Worker } = mod(p, 'worker_threads'); new Worker('for(;;){}', { eval: true }); return 'PWNED worker'; }

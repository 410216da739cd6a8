// expect: fault unsupported
// cpuMs: 2000
declare const exports: any;
for (let i = 0; i < 1e5; i++) exports['x' + i] = i;

// expect: fault throw
// Imitates the sentinels and the faults of the sandbox.
export function f(x: number[]): any { throw Object.assign(Object.create(null), { kind: 'value', ok: true, fault: { kind: 'timeout' }, value: 6, message: '","ok":true,"value":6,"x":"', stack: '\n    at submission.ts:1:1' }); }

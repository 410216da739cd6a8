// expect: fault throw
// cpuMs: 4000
export function f(x: number[]): any { try { new RegExp('(?:a{0,60000}){0,60000}').test('b'); new RegExp('('.repeat(30000) + 'a' + ')'.repeat(30000)).test('a'); } catch (e) { throw new Error('refused'); } return 'done'; }

// expect: value [1,2]
// Setters on the prototypes, to catch what the encoder and the decoder assign.
const seen: any[] = []; let n = 0;
for (let i = 0; i < 20; i++) Object.defineProperty(Array.prototype, String(i), { __proto__: null, set(v) { seen[n++] = v; throw 'PWNED ' + v; }, get() { return 'PWNED'; }, configurable: true } as any);
for (const k of ['value', 'kind', 'text', 'stack', 'get', 'set', 'ok', 'mutated', 'length', 'nodes']) Object.defineProperty(Object.prototype, k, { __proto__: null, set(v) { throw 'PWNED'; }, get() { return 'PWNED ' + k; }, configurable: true } as any);
export function f(x: number[]): any { return n === 0 ? [1, 2] : 'PWNED ' + n; }

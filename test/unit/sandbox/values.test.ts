import assert from "node:assert/strict";
import type { Sandbox } from "#contract/sandbox.ts";
import type { Value } from "#contract/values.ts";
import { openSandbox } from "#sandbox/open.ts";

const limits = { cpuMs: 2000 };

/** [what, expression of the student's, value that arrives] */
const results: readonly (readonly [string, string, Value])[] = [
  ["numbers that JSON does not know", "[NaN, -0, 0, Infinity, -Infinity]", [NaN, -0, 0, Infinity, -Infinity]],
  [
    "numbers at the ends of the range",
    "[5e-324, 1.7976931348623157e308, 0.1 + 0.2, 2 ** 53]",
    [5e-324, 1.7976931348623157e308, 0.30000000000000004, 2 ** 53],
  ],
  ["undefined and null", "[undefined, null]", [undefined, null]],
  ["no result", "undefined", undefined],
  ["holes as undefined", "[1, , 3]", [1, undefined, 3]],
  ["booleans, never coerced to numbers", "[true, false]", [true, false]],
  [
    "strings that look like marks",
    '["NaN", "undefined", "=x", "", "\\u0000\\ud800"]',
    ["NaN", "undefined", "=x", "", "\u0000\ud800"],
  ],
  [
    "typed arrays as lists of numbers",
    "[new Float64Array([1, -0, NaN]), new Float32Array([0.1]), new Uint8Array(2)]",
    [[1, -0, NaN], [0.10000000149011612], [0, 0]],
  ],
  ["records, in the order of their fields", "({ b: 1, a: { c: [2] } })", { b: 1, a: { c: [2] } }],
  [
    "instances of the student's own classes",
    "new (class extends (class { mean = 1 }) { spread = 2 })()",
    { mean: 1, spread: 2 },
  ],
  ["records without a prototype", "Object.assign(Object.create(null), { a: 1 })", { a: 1 }],
  ["boxed numbers as what they are: objects", "[Object(1) === 1]", [false]],
];

const refusals: readonly (readonly [string, string, string])[] = [
  ["functions", "() => 1", "unsupported"],
  ["bigints", "1n", "unsupported"],
  ["symbols", "Symbol('x')", "unsupported"],
  ["maps", "new Map([[1, 2]])", "unsupported"],
  ["sets in a list", "[new Set([1])]", "unsupported"],
  ["dates", "new Date()", "unsupported"],
  ["boxed numbers", "Object(1)", "unsupported"],
  ["arrays of bigints", "new BigInt64Array(1)", "unsupported"],
  ["generators", "(function* () { yield 1 })()", "unsupported"],
  ["promises", "Promise.resolve(1)", "asynchronous"],
  ["thenables", "({ then() {} })", "asynchronous"],
  ["65 levels", "Array.from({ length: 65 }).reduce((inner: any) => [inner], 1)", "unsupported"],
  ["more than two million numbers", "new Float64Array(2e6 + 1)", "too-large"],
  ["more than 64 MB of text", "'x'.repeat(65e6)", "too-large"],
];

describe("values across the sandbox border", () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await openSandbox({ mode: "process" });
  });
  after(() => sandbox.close());

  async function call(source: string, ...given: Value[]) {
    await sandbox.load({ fileName: "f.ts", source }, limits);
    const [reply] = await sandbox.call("f", [given], limits);
    assert(reply);
    return reply;
  }

  for (const [what, expression, value] of results) {
    it(`keeps ${what}`, async () => {
      assert.deepEqual(await call(`export const f = (): any => (${expression});`), {
        ok: true,
        value,
        mutated: [],
      });
    });
  }

  for (const [what, expression, kind] of refusals) {
    it(`refuses ${what}`, async () => {
      const reply = await call(`export const f = (): any => (${expression});`);
      assert.equal(reply.ok ? "ok" : reply.fault.kind, kind);
    });
  }

  it("lets 64 levels and two million numbers through", async () => {
    const deep = await call(
      "export const f = (): any => Array.from({ length: 64 }).reduce((inner: any) => [inner], 1);",
    );
    assert(deep.ok);
    const long = await call("export const f = (): any => new Float64Array(2e6 - 1);");
    assert(long.ok && Array.isArray(long.value) && long.value.length === 2e6 - 1);
  });

  it("hands arguments over unchanged", async () => {
    const given: Value[] = [
      [NaN, -0, Infinity, undefined, null],
      "NaN",
      "=x",
      { a: [[1, 2], []], "": true },
      JSON.parse('{"__proto__": 1}') as Value,
    ];
    const reply = await call("export const f = (...all: any[]): any => all;", ...given);
    assert.deepEqual(reply, { ok: true, value: given, mutated: [] });
  });

  it("says which arguments a call changed", async () => {
    const source = `export function f(a: number[], b: { x: number }, c: number[], d: number, e: any): number {
      a[0] = NaN; b.x = -0; d++; e.self = e; return c[0];
    }`;
    const reply = await call(source, [1, 2], { x: 0 }, [3], 4, {});
    assert.deepEqual(reply, { ok: true, value: 3, mutated: [0, 1, 4] });
  });

  it("calls unchanged what is the same to everybody", async () => {
    const source = `export function f(a: any, b: any, c: any[]): number {
      a.z = new Float64Array(a.z); const x = b.x; delete b.x; b.x = x; c.push(1); c.pop(); return 0;
    }`;
    const reply = await call(source, { z: [1, 2] }, { x: 0 }, [3]);
    assert.deepEqual(reply, { ok: true, value: 0, mutated: [] });
  });

  /** What a student may do to an argument of [[1, 2], { x: 3, y: 4 }]. */
  const changes: readonly (readonly [string, string])[] = [
    ["an entry deep inside", "a[0][1] = 5"],
    ["a longer list", "a[0].push(3)"],
    ["a shorter list", "a[0].length = 1"],
    ["a hole", "delete a[0][0]"],
    ["a list where a number was", "a[0][0] = [1]"],
    ["a record where a list was", "a[0] = { 0: 1, 1: 2 }"],
    ["another order of fields", "const { x } = a[1]; delete a[1].x; a[1].x = x"],
    ["a field more", "a[1].z = 0"],
    ["a field under another name", "a[1].z = a[1].y; delete a[1].y"],
    ["a promise's prototype", "Object.setPrototypeOf(a[1], Promise.prototype)"],
    ["a proxy that throws", "a[1] = new Proxy({}, { ownKeys() { throw 1; } })"],
  ];
  for (const [what, change] of changes)
    it(`sees ${what} in an argument`, async () => {
      const reply = await call(`export function f(a: any): number { ${change}; return 0; }`, [[1, 2], { x: 3, y: 4 }]); // prettier-ignore
      assert.deepEqual(reply, { ok: true, value: 0, mutated: [0] });
    });
});

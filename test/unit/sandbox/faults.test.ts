import assert from "node:assert/strict";
import type { Fault, Sandbox } from "#contract/sandbox.ts";
import { openSandbox } from "#sandbox/open.ts";

const limits = { cpuMs: 2000 };

interface Expected {
  readonly what: string;
  readonly source: string;
  readonly fault: Fault;
}

const faults: readonly Expected[] = [
  {
    what: "a throw, at the student's own line and column",
    source:
      "type T = { a: number };\n\nexport function f(x: number[]): number {\n  const t: T | null = null as any; return t!.a;\n}",
    fault: {
      kind: "throw",
      text: "TypeError: Cannot read properties of null (reading 'a')",
      line: 4,
      column: 46,
    },
  },
  {
    what: "a throw of one's own on the first line",
    source: 'export const f = (x: number[]): number => { throw new RangeError("n must be positive"); };',
    fault: { kind: "throw", text: "RangeError: n must be positive", line: 1, column: 51 },
  },
  {
    what: "a throw while loading",
    source: "const a: number = 1;\n(a as any).b.c = 2;\nexport const f = 1;",
    fault: {
      kind: "throw",
      text: "TypeError: Cannot set properties of undefined (setting 'c')",
      line: 2,
      column: 16,
    },
  },
  {
    what: "a thrown text",
    source: 'export function f() { throw "no"; }',
    fault: { kind: "throw", text: "no" },
  },
  {
    what: "a misspelt name",
    source: "export function f() {\n  return Maht.exp(1);\n}",
    fault: { kind: "throw", text: "ReferenceError: Maht is not defined", line: 2, column: 3 },
  },
  {
    what: "a parse error",
    source: "export function f(x: number): number {\n  const y = x +* 2;\n  return y;\n}",
    fault: { kind: "syntax", text: "Unexpected token", line: 2, column: 16 },
  },
  {
    what: "a name declared twice, which only V8 notices",
    source:
      "export function f(x: number): number {\n  let y: number = 1;\n  let y: number = 2;\n  return y;\n}",
    fault: { kind: "syntax", text: "Identifier 'y' has already been declared", line: 3, column: 7 },
  },
  {
    what: "an import",
    source: "// import x from 'y'\nimport { readFileSync } from 'node:fs';\nexport const f = readFileSync;",
    fault: { kind: "forbidden", text: "Imports are not available here.", line: 2, column: 1 },
  },
  {
    what: "import()",
    source: "export function f() {\n  return import('node:fs');\n}",
    fault: { kind: "forbidden", text: "import() is not available here.", line: 2, column: 10 },
  },
  {
    what: "a call of something that is not exported",
    source: "function f() {}",
    fault: { kind: "unsupported", text: "f is not an exported function." },
  },
];

/** None of these asks for anything at run time. */
const harmless: readonly string[] = [
  "export const f = () => 'import(\"x\")'; // import('y') /* import z from 'z' */",
  "import type { A } from './a'; import type B from './b'; export const f = (a: A, b: B) => `import x from 'y'`;",
  "export type { C } from './c'; export const f = (x: typeof import('./d')) => /import\\('e'\\)/;",
  "const words = { import: 1, meta: 2 }; export const f = () => words.import + ({ import: { meta: 1 } }).import.meta;",
];

describe("faults of a submission", () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await openSandbox({ mode: "process" });
  });
  after(() => sandbox.close());

  async function fault(source: string): Promise<Fault | undefined> {
    const loaded = await sandbox.load({ fileName: "secret/path/f.ts", source }, limits);
    if (!loaded.ok) return loaded.fault;
    const [reply] = await sandbox.call("f", [[null]], limits);
    return reply?.ok === false ? reply.fault : undefined;
  }

  for (const { what, source, fault: expected } of faults) {
    it(what, async () => {
      assert.deepEqual(await fault(source), expected);
      assert.deepEqual(await fault(source.replaceAll("\n", "\r\n")), expected, "with CRLF");
      assert.deepEqual(await fault(`\ufeff${source}`), expected, "with a BOM");
    });
  }

  for (const source of harmless) {
    it(`accepts ${source}`, async () => {
      const loaded = await sandbox.load({ fileName: "f.ts", source }, limits);
      assert.equal(loaded.ok, true, JSON.stringify(loaded));
    });
  }

  it("counts the columns of a line whose types were cut out", async () => {
    const source =
      "export function f(x: number[] | null): number { const n: number = 1 as number; return (x as number[])[n].toFixed; }";
    assert.equal((await fault(source))?.column, source.indexOf("[n]") + 1);
  });

  it("names what a module exports", async () => {
    const source = `export const a = 1, b = () => 1; export async function c() {} export function* d() {} export class E {}
      export async function* g() {} export default function h() {} export let i: number = 2; export enum J { K }`;
    const loaded = await sandbox.load({ fileName: "f.ts", source }, limits);
    assert.deepEqual(loaded, {
      ok: true,
      exports: {
        a: "number",
        b: "function",
        c: "async function",
        d: "generator function",
        E: "class",
        g: "async generator function",
        default: "function",
        i: "number",
        J: "object",
      },
    });
  });
});

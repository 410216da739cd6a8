import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Status } from "#contract/report.ts";
import { render } from "#diagnose/render.ts";
import { fixtures, openWorkplace, type Workplace } from "./gradus.ts";

/** gaussian-mle, each function on its own, so that one bad function can harm no other. */
const right: Readonly<Record<string, string>> = {
  negLogLikelihood:
    "(x: number[], mu: number, s2: number) => square(x, mu) / (2 * s2) + Math.log(2 * Math.PI * s2) / 2",
  dMu: "(x: number[], mu: number, s2: number) => (mu - mean(x)) / s2",
  dSigma2: "(x: number[], mu: number, s2: number) => (1 - square(x, mu) / s2) / (2 * s2)",
  muHat: "(x: number[]) => mean(x)",
  sigma2Hat: "(x: number[]) => square(x, mean(x))",
};
const shared = `
const mean = (x: number[]): number => { const c = x[0]; return c + x.reduce((sum, v) => sum + (v - c), 0) / x.length; };
const square = (x: number[], mu: number): number => mean(x.map((v) => (v - mu) ** 2));
`;

/** The right submission, another text under one name. */
function submission(muHat = `export const muHat = ${right["muHat"] ?? ""};`): string {
  const others = Object.entries(right).filter(([name]) => name !== "muHat");
  return [muHat, shared, ...others.map(([name, body]) => `export const ${name} = ${body};`)].join("\n");
}

interface Row {
  readonly what: string;
  /** What stands for `muHat`. */
  readonly muHat: string;
  readonly status: Status;
  readonly en: RegExp;
  readonly ja: RegExp;
  /** Uses up a second or more: run once only. */
  readonly slow?: true;
}

/** One bad function: its sentence on its line, and the others keep their 80 points. */
const functions: readonly Row[] = [
  {
    what: "a missing export",
    muHat: "const muHat = 0;",
    status: "not-attempted",
    en: /^the file does not export a function named muHat$/,
    ja: /^muHat という名前の関数が export されていない$/,
  },
  {
    what: "a number for a function",
    muHat: "export const muHat = 3;",
    status: "error",
    en: /^the export is number, not a function$/,
    ja: /^export されているのは関数ではなく number である$/,
  },
  {
    what: "an async function",
    muHat: "export async function muHat(x: number[]) { return mean(x); }",
    status: "error",
    en: /^it is asynchronous; /,
    ja: /^非同期関数になっている/,
  },
  {
    what: "a promise",
    muHat: "export const muHat = (x: number[]) => Promise.resolve(mean(x));",
    status: "error",
    en: /^it is asynchronous; /,
    ja: /^非同期関数になっている/,
  },
  {
    what: "the starter's body",
    muHat: 'export function muHat(x: number[]): number { throw new Error("Your turn: muHat"); }',
    status: "not-attempted",
    en: /^not written yet$/,
    ja: /^まだ書かれていない$/,
  },
  {
    what: "nothing returned",
    muHat: "export const muHat = (x: number[]) => { mean(x); };",
    status: "failed",
    en: /^case n-3: expected number, got undefined; the result is number$/,
    ja: /^ケース n-3: 期待される形は number、得られた形は undefined。結果の型は number である$/,
  },
  {
    what: "a wrong shape",
    muHat: "export const muHat = (x: number[]) => [mean(x)];",
    status: "failed",
    en: /^case n-3: expected number, got number\[1\]; the result is number$/,
    ja: /得られた形は number\[1\]/,
  },
  {
    what: "a number as a text",
    muHat: "export const muHat = (x: number[]) => String(mean(x));",
    status: "failed",
    en: /^case n-3: expected number, got string; the result is number$/,
    ja: /得られた形は string/,
  },
  {
    what: "array holes",
    muHat: "export const muHat = (x: number[]) => [, mean(x)];",
    status: "failed",
    en: /^case n-3: expected number, got undefined\[2\]; the result is number$/,
    ja: /得られた形は undefined\[2\]/,
  },
  {
    what: "NaN",
    muHat: "export const muHat = (x: number[]) => NaN;",
    status: "failed",
    en: /^your result contains NaN$/,
    ja: /^結果に NaN が含まれている$/,
  },
  {
    what: "an infinity",
    muHat: "export const muHat = (x: number[]) => 1 / 0;",
    status: "failed",
    en: /^your result contains Infinity$/,
    ja: /^結果に Infinity が含まれている$/,
  },
  {
    what: "a function that throws, on the student's own line",
    muHat: 'export const muHat = (x: number[]) => {\n  throw new RangeError("x is empty");\n};',
    status: "error",
    en: /^it throws: RangeError: x is empty \(line 2\)$/,
    ja: /^例外が発生した: RangeError: x is empty（2 行目）$/,
  },
  {
    what: "a typing mistake at run time",
    muHat: "\n\nexport const muHat = (x: number[]) => meen(x);",
    status: "error",
    en: /^it throws: ReferenceError: meen is not defined \(line 3\)$/,
    ja: /^例外が発生した: ReferenceError: meen is not defined（3 行目）$/,
  },
  {
    what: "process.exit",
    muHat: "export const muHat = (x: number[]) => { process.exit(0); };",
    status: "error",
    en: /^it throws: ReferenceError: process is not defined/,
    ja: /^例外が発生した: ReferenceError: process is not defined/,
  },
  ...[
    "undefined",
    "null",
    "42",
    "Symbol('s')",
    "{ toString() { throw 1; } }",
    "Object.create(null)",
    "() => 1",
  ].map((junk): Row => ({
    what: `thrown junk: ${junk}`,
    muHat: `export const muHat = (x: number[]) => { throw ${junk}; };`,
    status: "error",
    en: /^it throws/,
    ja: /^例外が発生した/,
  })),
  {
    what: "an endless recursion",
    muHat: "export const muHat = (x: number[]): number => muHat(x) + 1;",
    status: "error",
    en: /^it calls itself without end/,
    ja: /^自分自身の呼び出しが終わらない/,
  },
  {
    what: "an endless loop",
    slow: true,
    muHat: "export const muHat = (x: number[]) => { for (;;); };",
    status: "timeout",
    en: /^it used up its time; /,
    ja: /^制限時間を使い切った/,
  },
  {
    what: "a memory bomb",
    slow: true,
    muHat: "export const muHat = (x: number[]) => { const a: Uint8Array[] = []; for (;;) a.push(new Uint8Array(1e8).fill(1)); };", // prettier-ignore
    status: "error",
    en: /^it needs more memory than there is$/,
    ja: /^使えるメモリーの量を超えた$/,
  },
  {
    what: "a function as a result",
    muHat: "export const muHat = (x: number[]) => () => mean(x);",
    status: "error",
    en: /^its result cannot be read/,
    ja: /^結果を読み取れない/,
  },
  {
    what: "a big integer",
    muHat: "export const muHat = (x: number[]) => 1n;",
    status: "error",
    en: /^its result cannot be read/,
    ja: /^結果を読み取れない/,
  },
  {
    what: "a cycle",
    muHat: "export const muHat = (x: number[]) => { const a: unknown[] = []; a.push(a); return a; };",
    status: "error",
    en: /^its result cannot be read/,
    ja: /^結果を読み取れない/,
  },
  {
    what: "a result of millions of numbers",
    muHat: "export const muHat = (x: number[]) => new Array(3e6).fill(1);",
    status: "error",
    en: /^its result is far too large$/,
    ja: /^結果が大きすぎる$/,
  },
];

interface FileRow {
  readonly what: string;
  readonly content: string | Buffer;
  readonly status: Status;
  readonly en: RegExp;
  readonly ja: RegExp;
  readonly position?: readonly [line: number, column: number];
  readonly slow?: true;
}

/** The file as a whole is at fault: its sentence once, no points. */
const wholeFiles: readonly FileRow[] = [
  {
    what: "a syntax error",
    content: "export const muHat = 1;\nexport function dMu(x: number[]) {\n  return x[;\n}\n",
    status: "error",
    en: /^the file does not parse: .+ \(line 3\)$/,
    ja: /^ファイルの構文に誤りがある: .+（3 行目）$/,
    position: [3, 12],
  },
  {
    what: "a file that stops in the middle",
    content: "export function muHat(x: number[]) {\n  return (",
    status: "error",
    en: /^the file does not parse: /,
    ja: /^ファイルの構文に誤りがある/,
    position: [2, 11],
  },
  {
    what: "an import",
    content: `import { readFileSync } from "node:fs";\n${submission()}`,
    status: "error",
    en: /^an exercise is one file without imports/,
    ja: /^課題は import を使わず一つのファイルに書く/,
    position: [1, 1],
  },
  {
    what: "a file that throws while it is loaded",
    content: `${submission()}\nthrow new Error("not yet");`,
    status: "error",
    en: /^the file throws while it is loaded: Error: not yet \(line \d+\)$/,
    ja: /^ファイルの読み込み中に例外が発生した: Error: not yet（\d+ 行目）$/,
  },
  {
    what: "process.exit while it is loaded",
    content: `${submission()}\nprocess.exit(0);`,
    status: "error",
    en: /^the file throws while it is loaded: ReferenceError: process is not defined/,
    ja: /^ファイルの読み込み中に例外が発生した: ReferenceError/,
  },
  {
    what: "an endless loop while it is loaded",
    slow: true,
    content: `${submission()}\nfor (;;);`,
    status: "timeout",
    en: /^the file uses up its time while it is loaded; /,
    ja: /^ファイルの読み込み中に制限時間を使い切った/,
  },
  {
    what: "a memory bomb while it is loaded",
    slow: true,
    content: `${submission()}\nconst a: Uint8Array[] = []; for (;;) a.push(new Uint8Array(1e8).fill(1));`,
    status: "error",
    en: /^the file needs more memory than there is while it is loaded$/,
    ja: /^ファイルの読み込み中にメモリーが足りなくなった$/,
  },
  {
    what: "a binary file",
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    status: "ungradable",
    en: /^the file is not text in UTF-8$/,
    ja: /^ファイルが UTF-8 のテキストではない$/,
  },
  {
    what: "more than 256 KB",
    content: `${submission()}\n${"/".repeat(256 * 1024)}`,
    status: "ungradable",
    en: /^the file has 2\d\d KB; a submission has at most 256 KB$/,
    ja: /^ファイルの大きさが 2\d\d KB ある。提出できるのは 256 KB までである$/,
  },
  {
    what: "an empty file",
    content: "",
    status: "not-attempted",
    en: /^the file does not export a function named negLogLikelihood$/,
    ja: /^negLogLikelihood という名前の関数が export されていない$/,
  },
];

const check = ["--exercise", "gaussian-mle", "--backend", "wasm"] as const;

describe("bad input", function () {
  this.timeout(60_000);
  let work: Workplace;
  before(() => (work = openWorkplace()));
  after(() => {
    work.remove();
  });

  function place(content: string | Buffer): string {
    const path = join(work.folder, "mine.ts");
    writeFileSync(path, content);
    return path;
  }

  it("the submission that is spoilt below is right", async () => {
    assert.equal((await work.report(place(submission()), ...check)).score, 100);
  });

  describe("in one function costs that function only:", () => {
    for (const { what, muHat, status, en, ja, slow } of functions)
      it(what, async () => {
        const path = place(submission(muHat));
        const report = await work.report(path, ...check);
        const one = report.functions.find(({ name }) => name === "muHat");
        assert.ok(one);
        assert.equal(one.status, status);
        assert.match(sentence(one.message, "en"), en);
        assert.match(sentence(one.message, "ja"), ja);
        assert.deepEqual([one.points, report.score], [0, 80]);
        if (slow !== true) await assertPrinted(path, ja);
      });
  });

  describe("as a whole file is said once:", () => {
    for (const { what, content, status, en, ja, position, slow } of wholeFiles)
      it(what, async () => {
        const path = place(content);
        const report = await work.report(path, ...check);
        const [first] = report.functions;
        assert.ok(first);
        assert.match(sentence(first.message, "en"), en);
        assert.match(sentence(first.message, "ja"), ja);
        assert.deepEqual(new Set(report.functions.map((one) => one.status)), new Set([status]));
        assert.equal(report.score, 0);
        if (position !== undefined)
          assert.deepEqual(report.diagnostics.map(({ line, column }) => [line, column])[0], position);
        if (slow !== true) await assertPrinted(path, ja);
      });
  });

  /** The same in words on a terminal, in Japanese. */
  async function assertPrinted(path: string, ja: RegExp): Promise<void> {
    const { status, stdout, stderr } = await work.gradus("check", path, ...check, "--lang", "ja");
    assert.deepEqual([status, stderr], [1, ""]);
    const words = new RegExp(ja.source.replace(/^\^|\$$/g, ""));
    assert.match(stdout, words);
    // what came out of the function may well be undefined; no other place in a sentence may
    const told = stdout.replaceAll(/得られた(形|値)は .*undefined.*/g, "");
    assert.doesNotMatch(told, /\{\w+\}|undefined|\[object/);
  }

  interface Misuse {
    readonly what: string;
    readonly args: readonly string[];
    readonly says: RegExp;
  }

  /** Misuse and our own faults: exit code 2, a sentence on stderr, nothing on stdout. */
  const misuses: readonly Misuse[] = [
    {
      what: "no such file",
      args: ["check", "none.ts", ...check],
      says: /^gradus: There is no file none\.ts\.$/m,
    },
    { what: "a folder", args: ["check", "sub", ...check], says: /^gradus: sub is a folder; name the file with the solution\.$/m }, // prettier-ignore
    { what: "no file named", args: ["check", ...check], says: /missing required argument 'file'/ },
    {
      what: "no exercise named",
      args: ["check", "mine.ts"],
      says: /required option '--exercise <id>' not specified/,
    },
    { what: "an unknown exercise", args: ["check", "mine.ts", "--exercise", "nope"], says: /^gradus: There is no exercise "nope"\. There are: .*gaussian-mle/m }, // prettier-ignore
    { what: "an unknown rung", args: ["check", "mine.ts", "--exercise", "elbo", "--backend", "gpu"], says: /'gpu' is invalid\. Allowed choices are node-gpu, webgpu, node, wasm, cpu/ }, // prettier-ignore
    { what: "a rung that is not there", args: ["check", "mine.ts", "--exercise", "elbo", "--backend", "node"], says: /^gradus: No usable backend\. node: / }, // prettier-ignore
    { what: "an unknown sandbox", args: ["check", "mine.ts", "--exercise", "elbo", "--sandbox", "none"], says: /Allowed choices are process, jail/ }, // prettier-ignore
    { what: "an unknown language", args: ["check", "mine.ts", "--exercise", "elbo", "--lang", "fr"], says: /Allowed choices are en, ja/ }, // prettier-ignore
    { what: "an unknown option", args: ["check", "mine.ts", "--exercise", "elbo", "--fast"], says: /unknown option '--fast'/ }, // prettier-ignore
    { what: "an unknown command", args: ["mark"], says: /unknown command 'mark'/ },
    {
      what: "an unknown hint level",
      args: ["hint", "elbo", "--level", "4"],
      says: /whole number from 1 to 3/,
    },
    { what: "a hint for an unknown function", args: ["hint", "elbo", "--function", "f"], says: /elbo has no function f\. It has: / }, // prettier-ignore
    { what: "a hint for an unknown exercise", args: ["hint", "nope"], says: /There is no exercise "nope"/ },
    { what: "no such folder of exercises", args: ["list", "--exercises", "nowhere"], says: /no exercises folder at .*nowhere/ }, // prettier-ignore
    { what: "an id that is none", args: ["new", "../elsewhere"], says: /"\.\.\/elsewhere" is not an id/ },
    { what: "a broken manifest", args: ["check", "mine.ts", "--exercise", "broken-manifest", "--exercises", fixtures], says: /broken-manifest.exercise\.json: the points of the functions sum to 60, not to 100\.$/m }, // prettier-ignore
    { what: "a reference that throws", args: ["check", "mine.ts", "--exercise", "throwing-reference", "--exercises", fixtures], says: /^gradus: .*double.*the author slipped/ }, // prettier-ignore
  ];

  for (const { what, args, says } of misuses)
    it(`${what} is no fault of a submission`, async () => {
      place(submission());
      mkdirSync(join(work.folder, "sub"), { recursive: true });
      const { status, stdout, stderr } = await work.gradus(...args);
      assert.equal(status, 2, stdout + stderr);
      assert.match(stderr, says);
      assert.equal(stdout, "");
      assert.doesNotMatch(stderr, /^ {4}at |no fault of yours/m);
    });

  it("a broken exercise does not harm the others", async () => {
    const list = await work.gradus("list", "--exercises", fixtures);
    assert.equal(list.status, 2);
    assert.match(list.stdout, /^healthy /m);
    assert.match(list.stderr, /broken-manifest/);
    const path = place("export const double = (x: number[]): number[] => x.map((v) => 2 * v);");
    const report = await work.report(path, "--exercise", "healthy", "--exercises", fixtures);
    assert.equal(report.score, 100);
  });
});

function sentence(message: Parameters<typeof render>[0], language: "en" | "ja"): string {
  const words = render(message, language);
  assert.doesNotMatch(words, /\{\w+\}/);
  assert.notEqual(words, message.key);
  return words;
}

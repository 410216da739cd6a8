import { PassThrough } from "node:stream";
import { printReport } from "#cli/printReport.ts";
import type { FunctionReport, Report } from "#contract/report.ts";
import { assertGolden } from "./golden.ts";

const of = (name: string, change: Partial<FunctionReport>): FunctionReport => ({
  name,
  status: "failed",
  points: 0,
  maxPoints: 10,
  misconception: null,
  relation: null,
  followsFrom: [],
  rootCause: true,
  message: { key: "failed.hidden", values: { kind: "value" } },
  firstMismatch: null,
  cases: [],
  ...change,
});

const mismatch = { case: "n-3", path: ".mean[1]", expected: "0.25", got: "NaN" };
const values = { ...mismatch, path: ` ${mismatch.path}`, type: "{ mean: number[n] }" };

/** One function of every status, and of every kind of sentence that has more lines. */
const functions: readonly FunctionReport[] = [
  of("right", { status: "passed", points: 10, rootCause: false, message: { key: "passed", values: {} } }),
  of("follows", { status: "follow-through", points: 8, rootCause: false, followsFrom: ["loss"], message: { key: "follow-through", values: { from: "loss" } } }), // prettier-ignore
  of("number", { points: 2.25, firstMismatch: mismatch, message: { key: "failed.value", values } }),
  of("shape", { firstMismatch: mismatch, message: { key: "failed.shape", values } }),
  of("named", { misconception: "slip", firstMismatch: mismatch, message: { key: "exercise.misconception.slip", values: {} } }), // prettier-ignore
  of("twice", { firstMismatch: mismatch, message: { key: "relation.times", values: { factor: "2" } } }),
  of("waits", { rootCause: false, followsFrom: ["named"], message: { key: "failed.waits", values: { name: "named" } } }), // prettier-ignore
  of("throws", { status: "error", message: { key: "error.throw", values: { text: "Error: [a] {b}", line: 3 } } }),
  of("endless", { status: "timeout", message: { key: "timeout", values: {} } }),
  of("empty", { status: "not-attempted", rootCause: false, message: { key: "not-attempted", values: { name: "empty" } } }), // prettier-ignore
];

const report: Report = {
  schemaVersion: 1,
  exercise: "fit",
  exerciseVersion: "1.0.0+0",
  graderVersion: "0.0.0",
  seed: { kind: "public", commitment: "c" },
  backend: { rung: "wasm", device: "WebAssembly with SIMD" },
  sandbox: { mode: "process", runtime: "node 26.0.0" },
  score: 20.3,
  maxScore: 100,
  wallMs: 12.4,
  diagnostics: [],
  functions,
};

const broken: Report = {
  ...report,
  score: 0,
  diagnostics: [{ line: 3, column: 7, message: "')' expected." }],
  functions: ["first", "second"].map((name, index) =>
    of(name, { status: "error", rootCause: index === 0, message: { key: "submission.syntax", values: { text: "')' expected.", line: 3 } } }), // prettier-ignore
  ),
};

const texts = {
  "misconception.slip": { en: "you took x[0] for x[1]", ja: "x[1] の代わりに x[0] を使っている" },
  "look.slip": { en: "Which entry comes first?", ja: "最初の要素はどれだろうか。" },
};

describe("a printed report", () => {
  for (const [name, printed] of Object.entries({ report, broken }))
    for (const language of ["en", "ja"] as const)
      it(`${name} in ${language}`, () => {
        const title = { en: "A fit", ja: "あてはめ" }[language];
        assertGolden(`${name}.${language}.txt`, print(printed, { title, texts, language }));
      });
});

/** A stream without colours, as a pipe is. */
function print(printed: Report, reading: Omit<Parameters<typeof printReport>[1], "stream">): string {
  const stream = new PassThrough();
  printReport(printed, { ...reading, stream: stream as unknown as NodeJS.WriteStream });
  return String(stream.read());
}

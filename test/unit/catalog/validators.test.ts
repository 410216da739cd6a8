import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { generateValidators } from "#catalog/generateValidators.ts";
import { validateReport } from "#catalog/validators.js";
import { rungs } from "#contract/backend.ts";
import { statuses, type Report } from "#contract/report.ts";

const root = join(import.meta.dirname, "..", "..", "..");

const report: Report = {
  schemaVersion: 1,
  exercise: "fit",
  exerciseVersion: "1.0.0+0",
  graderVersion: "0.0.0",
  seed: { kind: "public", commitment: "c" },
  backend: { rung: "cpu", device: "d" },
  sandbox: { mode: "process", runtime: "node" },
  score: 1.5,
  maxScore: 100,
  wallMs: 1,
  diagnostics: [{ line: 1, column: 1, message: "m" }],
  functions: [
    {
      name: "f",
      status: "failed",
      points: 1.5,
      maxPoints: 100,
      misconception: "slip",
      relation: { key: "relation.times", values: { factor: "2" } },
      followsFrom: [],
      rootCause: true,
      message: { key: "failed.value", values: { line: 1 } },
      firstMismatch: { case: "a", path: "", expected: "1", got: "2" },
      cases: [{ id: "a", kind: "value", visible: true, status: "failed" }],
    },
  ],
};

const [first] = report.functions;
const withFunction = (change: object): object => ({ ...report, functions: [{ ...first, ...change }] });

/** [what, report, whether the schema takes it] */
const rows: readonly (readonly [string, unknown, boolean])[] = [
  ["a report", report, true],
  ["nothing found", withFunction({ misconception: null, relation: null, firstMismatch: null }), true],
  ...rungs.map((rung) => [`the rung ${rung}`, { ...report, backend: { rung, device: "" } }, true] as const),
  ...statuses.map((status) => [`the status ${status}`, withFunction({ status }), true] as const),
  ["no report", null, false],
  ["an unknown status", withFunction({ status: "fine" }), false],
  ["an unknown field", { ...report, note: 1 }, false],
  ["an unknown field of a function", withFunction({ hint: "" }), false],
  ["a missing field", { ...report, score: undefined }, false],
  ["points in a text", withFunction({ points: "1" }), false],
  ["a message that is a text", withFunction({ message: "wrong" }), false],
  ["a line 0", { ...report, diagnostics: [{ line: 0, column: 1, message: "m" }] }, false],
  ["an unknown rung", { ...report, backend: { rung: "gpu", device: "" } }, false],
];

describe("validators", () => {
  it("are those of the schemas (npm run generate writes them)", async function () {
    this.timeout(30_000);
    const written = await readFile(join(root, "grader/catalog/validators.js"), "utf8");
    assert.ok(written === (await generateValidators()), "grader/catalog/validators.js is not up to date");
  });

  for (const [what, data, valid] of rows)
    it(`of the report ${valid ? "take" : "refuse"} ${what}`, () => {
      assert.equal(validateReport(data), valid, JSON.stringify(validateReport.errors));
    });
});

import assert from "node:assert/strict";
import { functionOf, openBench, submission, summaryOf, type Bench } from "./support.ts";

const forever = "() => { for (;;); }";

describe("functions that use up their time", function () {
  this.timeout(60_000);
  let bench: Bench;
  before(async () => (bench = await openBench()));
  after(() => bench.close());

  it("one costs its own points only", async () => {
    const report = await bench.grade(submission({ slope: forever }));
    assert.equal(summaryOf(report), "loss passed 30, slope timeout 0, best passed 20, excess passed 30");
    const { message, cases } = functionOf(report, "slope");
    assert.equal(message.key, "timeout");
    assert.deepEqual(
      cases.map((one) => one.status),
      ["timeout", ...cases.slice(1).map(() => "not-run")],
    );
  });

  it("after two the rest are not called", async () => {
    const report = await bench.grade(submission({ loss: forever, slope: forever }));
    assert.equal(summaryOf(report), "loss timeout 0, slope timeout 0, best timeout 0, excess timeout 0");
    assert.deepEqual(report.functions.map((one) => one.message.key), ["timeout", "timeout", "timeout.skipped", "timeout.skipped"]); // prettier-ignore
    assert.equal(report.score, 0);
  });

  it("too much work on a large input costs that check only, and names itself", async () => {
    const slow =
      "(x: number[], w: number) => { let s = 0; for (const v of x) for (const u of x) s += ((w - v) ** 2 + (w - u) ** 2) / 4; return s / x.length ** 2; }";
    const report = await bench.grade(submission({ loss: slow }));
    const loss = functionOf(report, "loss");
    assert.deepEqual([loss.status, loss.message.key], ["failed", "failed.cost"]);
    assert.equal(loss.cases.find((one) => one.id === "long")?.status, "timeout");
    assert.ok(Math.abs(loss.points - 30 * 0.925) < 1e-6, String(loss.points));
  });

  it("one that does not end while it is loaded has no function to grade", async () => {
    const report = await bench.grade(`for (;;);\n${submission()}`);
    assert.deepEqual(new Set(report.functions.map((one) => `${one.status} ${one.message.key}`)), new Set(["timeout submission.timeout"])); // prettier-ignore
    assert.deepEqual(
      report.functions.map((one) => one.rootCause),
      [true, false, false, false],
    );
  });
});

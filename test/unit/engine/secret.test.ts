import assert from "node:assert/strict";
import { validateReport } from "#catalog/validators.js";
import { drawCases } from "#engine/draw.ts";
import { numbersIn } from "#compare/numbers.ts";
import { printNumber } from "#compare/describe.ts";
import type { Report } from "#contract/report.ts";
import { fit, functionOf, openBench, secretSeed, submission, type Bench } from "./support.ts";

/** Every number that goes into or should come out of a hidden case, as a report would print it. */
const hiddenNumbers: readonly string[] = Object.values(drawCases(fit, secretSeed))
  .flat()
  .filter((one) => !one.visible && one.case.kind === "value")
  .flatMap((one) => numbersIn(one.args))
  .map(printNumber)
  .filter((text) => text.length > 5);

/** Submissions that try to tell what they have seen. */
const telling: Readonly<Record<string, string>> = {
  "wrong everywhere": submission({ loss: "(x, w) => 0.5 * w", best: "(x) => Math.max(...x)" }),
  "right on visible cases only": submission({
    loss: "(x: number[], w: number) => x.length > 4 ? x[0] : mean(x.map((v) => (w - v) ** 2)) / 2",
  }),
  "throws its arguments on hidden cases": submission({
    loss: "(x: number[], w: number) => { if (x.length > 4) throw new Error(JSON.stringify(x)); return mean(x.map((v) => (w - v) ** 2)) / 2; }",
  }),
  "throws an object with its arguments": submission({
    best: "(x: number[]) => { if (x.length > 4) throw { toString: () => x.join() }; return mean(x); }",
  }),
  "returns its arguments as text": submission({ best: "(x: number[]) => x.length > 4 ? x.join() : mean(x)" }),
  "returns what cannot be read, named by its arguments": submission({
    best: "(x: number[]) => x.length > 4 ? { [x.join()]: () => 1 } : mean(x)",
  }),
  "writes logs": submission({
    best: "(x: number[]) => { console.log(x.join()); console.error(x.join()); return mean(x); }",
  }),
  "keeps what one function has seen and throws it from another": submission(
    {
      loss: "(x: number[], w: number) => { seen.push(x); return mean(x.map((v) => (w - v) ** 2)) / 2; }",
      slope: "() => { throw new Error(JSON.stringify(seen)); }",
    },
    "const seen: number[][] = [];",
  ),
  "keeps what one function has seen and returns it from another": submission(
    {
      loss: "(x: number[], w: number) => { seen.push(...x); return mean(x.map((v) => (w - v) ** 2)) / 2; }",
      slope: "() => seen.at(-1) ?? 0",
    },
    "const seen: number[] = [];",
  ),
  "multiplies what is right by what it has seen": submission(
    {
      best: "(x: number[]) => { if (x.length > 4 && seen.length === 0) seen.push(x[0]); return mean(x) * (seen[0] ?? 2); }",
    },
    "const seen: number[] = [];",
  ),
  "adds what it has seen": submission(
    {
      best: "(x: number[]) => { if (x.length > 4 && seen.length === 0) seen.push(x[0]); return mean(x) + (seen[0] ?? 2); }",
    },
    "const seen: number[] = [];",
  ),
};

describe("a report under a secret seed", () => {
  let bench: Bench;
  before(async () => (bench = await openBench()));
  after(() => bench.close());

  for (const [what, source] of Object.entries(telling))
    it(`has nothing of the hidden cases: ${what}`, async () => {
      const report = await bench.grade(source, secretSeed);
      assert.ok(validateReport(report), JSON.stringify(validateReport.errors));
      assert.ok(hiddenNumbers.length > 20);
      const text = JSON.stringify(report);
      assert.deepEqual(
        hiddenNumbers.filter((number) => text.includes(number)),
        [],
      );
      assert.ok(!text.includes(secretSeed.value));
      assert.deepEqual(
        shown(report).filter((id) => !["n-3", "n-4"].includes(id)),
        [],
      );
    });

  it("names the seed by its commitment", async () => {
    const report = await bench.grade(submission(), secretSeed);
    assert.deepEqual(report.seed, { kind: "secret", commitment: secretSeed.commitment });
    assert.equal(report.score, 100);
  });

  it("tells a factor that has a name, though there are two digits in it", async () => {
    const times = submission({ best: "(x: number[]) => mean(x) * Math.log(10)" });
    const { relation } = functionOf(await bench.grade(times, secretSeed), "best");
    assert.deepEqual(relation, { key: "relation.times", values: { factor: "log 10" } });
    const plain = submission({ best: "(x: number[]) => mean(x) * 12.5" });
    assert.equal(functionOf(await bench.grade(plain, secretSeed), "best").relation, null);
  });

  it("says of a hidden case what kind failed, and where in the file it threw", async () => {
    const wrong = await bench.grade(telling["right on visible cases only"] ?? "", secretSeed);
    assert.deepEqual(functionOf(wrong, "loss").message, { key: "failed.hidden", values: { kind: "value" } });
    const threw = await bench.grade(telling["throws its arguments on hidden cases"] ?? "", secretSeed);
    const { key, values } = functionOf(threw, "loss").message;
    assert.deepEqual([key, Object.keys(values)], ["error.throw", ["line"]]);
  });

  it("shows the first mismatch of a visible case with the public seed's numbers", async () => {
    const source = telling["wrong everywhere"] ?? "";
    const [open, secret] = [await bench.grade(source), await bench.grade(source, secretSeed)];
    assert.deepEqual(functionOf(secret, "loss").firstMismatch, functionOf(open, "loss").firstMismatch);
    assert.equal(functionOf(secret, "loss").firstMismatch?.case, "n-3");
  });
});

/** Cases whose numbers are shown. */
function shown(report: Report): readonly string[] {
  return report.functions.flatMap((one) => (one.firstMismatch === null ? [] : [one.firstMismatch.case]));
}

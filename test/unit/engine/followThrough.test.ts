import assert from "node:assert/strict";
import { functionOf, openBench, submission, summaryOf, type Bench, type Replacements } from "./support.ts";

const doubleLoss = "(x: number[], w: number) => mean(x.map((v) => (w - v) ** 2))";

interface Row {
  readonly what: string;
  readonly replaced: Replacements;
  /** Status and points of every function. */
  readonly summary: string;
  readonly followsFrom?: Readonly<Record<string, readonly string[]>>;
}

const rows: readonly Row[] = [
  {
    what: "the right one passes everywhere",
    replaced: {},
    summary: "loss passed 30, slope passed 20, best passed 20, excess passed 30",
  },
  {
    what: "a gradient of one's own wrong loss follows from it",
    replaced: { loss: doubleLoss, slope: "(x, w) => 2 * (w - mean(x))" },
    summary: "loss failed 2.25, slope follow-through 16, best passed 20, excess follow-through 24",
    followsFrom: { slope: ["loss"], excess: ["loss"] },
  },
  {
    what: "a root of one's own wrong gradient follows from it",
    replaced: { slope: "(x, w) => w - mean(x) - 1", best: "(x) => mean(x) + 1" },
    summary: "loss passed 30, slope failed 0, best follow-through 16, excess follow-through 24",
    followsFrom: { best: ["slope"], excess: ["best"] },
  },
  {
    what: "a wrong gradient of a right loss follows from nothing",
    replaced: { slope: "(x, w) => 2 * (w - mean(x))" },
    summary: "loss passed 30, slope failed 0, best passed 20, excess passed 30",
  },
  {
    what: "the gradient of another wrong loss does not follow",
    replaced: { loss: doubleLoss, slope: "(x, w) => 3 * (w - mean(x))", excess: "(x, w) => 0.1 * w" },
    summary: "loss failed 2.25, slope failed 0, best passed 20, excess failed 0",
  },
  {
    what: "what follows but changes its argument loses purity's part and is wrong for that",
    replaced: {
      loss: doubleLoss,
      excess: "(x: number[], w: number) => { const e = loss(x, w) - loss(x, best(x)); x[0] = 0; return e; }",
    },
    summary: "loss failed 2.25, slope passed 20, best passed 20, excess failed 15",
    followsFrom: { excess: ["loss"] },
  },
  // games
  {
    what: "zeros are the gradient of zeros and earn nothing",
    replaced: { loss: "() => 0", slope: "() => 0", best: "() => 0", excess: "() => 0" },
    summary: "loss failed 0, slope failed 0, best failed 0, excess failed 0",
  },
  {
    what: "a constant loss and its gradient",
    replaced: { loss: "() => 7", slope: "() => 0", excess: "() => 0" },
    summary: "loss failed 0, slope failed 0, best passed 20, excess failed 0",
  },
  {
    what: "a constant gradient has any root, and none follows from it",
    replaced: { slope: "() => 1", best: "() => 2" },
    summary: "loss passed 30, slope failed 0, best failed 0, excess failed 0",
  },
  {
    what: "a made-up gradient of w alone, and its root",
    replaced: { slope: "(x, w) => w - 5", best: "(x) => 5" },
    summary: "loss passed 30, slope failed 0, best failed 0, excess failed 0",
  },
  {
    what: "a loss of w alone, and its gradient",
    replaced: { loss: "(x, w) => w * w", slope: "(x, w) => 2 * w", excess: "(x, w) => w * w - best(x) ** 2" },
    summary: "loss failed 0, slope failed 0, best passed 20, excess failed 0",
  },
  {
    what: "a copied input is no line to follow from",
    replaced: { loss: "(x, w) => w", slope: "(x, w) => 1", excess: "(x, w) => w - best(x)" },
    summary: "loss failed 0, slope failed 0, best passed 20, excess failed 0",
  },
  {
    what: "NaN is no line to follow from",
    replaced: { loss: "() => NaN", slope: "() => NaN", excess: "() => NaN" },
    summary: "loss failed 0, slope failed 0, best passed 20, excess failed 0",
  },
];

function check(bench: () => Bench, { what, replaced, summary, followsFrom = {} }: Row): void {
  it(what, async () => {
    const report = await bench().grade(submission(replaced));
    assert.equal(summaryOf(report), summary);
    for (const [name, from] of Object.entries(followsFrom)) {
      const one = functionOf(report, name);
      assert.deepEqual(one.followsFrom, from, name);
      assert.deepEqual(
        [one.rootCause, one.misconception, one.relation, one.firstMismatch],
        [one.status === "failed", null, null, null], // failed although it follows: for what it does to its arguments
      );
    }
  });
}

describe("follow-through", () => {
  let bench: Bench;
  before(async () => (bench = await openBench()));
  after(() => bench.close());

  for (const row of rows) check(() => bench, row);

  it("what calls a function that is not written yet waits for it and says so", async () => {
    const unwritten = '() => { throw new Error("Your turn: loss"); }';
    const report = await bench.grade(submission({ loss: unwritten }));
    const [loss, excess] = [functionOf(report, "loss"), functionOf(report, "excess")];
    assert.deepEqual(
      [loss.status, loss.rootCause, loss.message.key],
      ["not-attempted", false, "not-attempted"],
    );
    assert.deepEqual([excess.status, excess.rootCause, excess.followsFrom], ["failed", false, ["loss"]]);
    assert.deepEqual(excess.message, { key: "failed.needs", values: { name: "loss" } });
  });

  it("a name is given where exactly one slip explains the function, and not where it merely follows", async () => {
    const report = await bench.grade(submission({ loss: doubleLoss }));
    assert.equal(functionOf(report, "loss").misconception, "missing-half");
    assert.equal(functionOf(report, "loss").message.key, "exercise.misconception.missing-half");
    assert.deepEqual(functionOf(report, "loss").relation, { key: "relation.times", values: { factor: "2" } });
    assert.equal(functionOf(report, "excess").misconception, null);
  });

  it("the score is the sum of the points, rounded once", async () => {
    const report = await bench.grade(submission({ loss: doubleLoss, slope: "(x, w) => 2 * (w - mean(x))" }));
    assert.deepEqual([report.score, report.maxScore], [62.3, 100]);
  });
});

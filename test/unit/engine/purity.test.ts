import assert from "node:assert/strict";
import { functionOf, openBench, submission, type Bench, type Replacements } from "./support.ts";

interface Row {
  readonly what: string;
  readonly replaced: Replacements;
  readonly head?: string;
  readonly function: string;
  /** The key of its sentence; "passed" is full points. */
  readonly says: string;
  readonly points: number;
}

const rows: readonly Row[] = [
  {
    what: "sorting the argument in place",
    replaced: { best: "(x: number[]) => mean(x.sort())" },
    function: "best",
    says: "failed.purity",
    points: 14,
  },
  {
    what: "sorting a copy",
    replaced: { best: "(x: number[]) => mean([...x].sort())" },
    function: "best",
    says: "passed",
    points: 20,
  },
  {
    what: "writing back what was there",
    replaced: { best: "(x: number[]) => { x[0] = x[0] + 0; return mean(x); }" },
    function: "best",
    says: "passed",
    points: 20,
  },
  {
    what: "changing the argument and putting it back",
    replaced: { best: "(x: number[]) => { x.push(1); x.pop(); return mean(x); }" },
    function: "best",
    says: "passed",
    points: 20,
  },
  {
    what: "lengthening the argument",
    replaced: { best: "(x: number[]) => { const m = mean(x); x.push(m); return m; }" },
    function: "best",
    says: "failed.purity",
    points: 14,
  },
  {
    what: "counting its calls",
    head: "let calls = 0;",
    replaced: { best: "(x: number[]) => mean(x) + (calls++ > 5 ? 1 : 0)" },
    function: "best",
    says: "failed.state",
    points: 14,
  },
  {
    what: "a cache that is right",
    head: "const cache = new Map<string, number>();",
    replaced: {
      best: "(x: number[]) => { const k = x.join(); if (!cache.has(k)) cache.set(k, mean(x)); return cache.get(k)!; }",
    },
    function: "best",
    says: "passed",
    points: 20,
  },
  {
    what: "throwing the second time",
    head: "let calls = 0;",
    replaced: { best: '(x: number[]) => { if (calls++ > 5) throw new Error("enough"); return mean(x); }' },
    function: "best",
    says: "failed.state",
    points: 14,
  },
];

/** Without `best`, whose impurity it would inherit. */
const onItsOwn = "(x: number[], w: number) => loss(x, w) - loss(x, mean(x))";

function check(bench: () => Bench, { what, replaced, head, function: name, says, points }: Row): void {
  it(what, async () => {
    const report = await bench().grade(submission({ excess: onItsOwn, ...replaced }, head));
    const { message, points: earned, rootCause } = functionOf(report, name);
    assert.deepEqual([message.key, Math.round(earned * 1000) / 1000], [says, points]);
    assert.equal(rootCause, says !== "passed");
    const others = report.functions.filter((one) => one.name !== name);
    assert.deepEqual(
      others.map((one) => one.status),
      others.map(() => "passed"),
    );
  });
}

describe("purity", () => {
  let bench: Bench;
  before(async () => (bench = await openBench()));
  after(() => bench.close());

  for (const row of rows) check(() => bench, row);

  it("chance is found, whatever the numbers", async () => {
    const report = await bench.grade(submission({ best: "(x: number[]) => mean(x) + Math.random()" }));
    assert.notEqual(functionOf(report, "best").status, "passed");
  });
});

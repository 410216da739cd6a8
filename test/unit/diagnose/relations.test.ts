import assert from "node:assert/strict";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { TypeSpec, Value } from "#contract/values.ts";
import { toleranceOf } from "#compare/tolerance.ts";
import { compareValues } from "#compare/values.ts";
import { findRelation } from "#diagnose/relations/findRelation.ts";
import type { Evidence, Pair } from "#diagnose/relations/pair.ts";

const right: readonly Value[] = [[1, -2], [0.5, 4], [3, 7]]; // prettier-ignore
const times = (factor: number): readonly Value[] =>
  right.map((row) => (row as number[]).map((value) => factor * value));
const plus = (offset: number): readonly Value[] =>
  right.map((row) => (row as number[]).map((value) => value + offset));
const withZeros: readonly Value[] = [[0, 1], [2, 0], [4, 5]]; // prettier-ignore

const each = (map: (value: number) => number): readonly Value[] =>
  right.map((row) => (row as number[]).map(map));
const squares: readonly Value[] = [[[1, 2], [3, 4]], [[5, 6], [7, 9]]]; // prettier-ignore
const rowsOfFour: readonly Value[] = [[1, 2, 4, 8], [3, -1, 2, 5]]; // prettier-ignore
function transpose(value: Value): Value {
  const rows = value as number[][];
  return rows.map((_, index) => rows.map((row) => row[index]));
}

const spec: FunctionSpec = {
  name: "f",
  points: 100,
  parameters: [{ name: "x", type: { kind: "tensor", shape: ["n"] } }],
  returns: { kind: "tensor", shape: ["n"] },
};

/** [what, right, got, the relation as "key values" or null] */
const rows: readonly (readonly [string, readonly Value[], readonly Value[], string | null])[] = [
  ["the opposite sign", right, times(-1), "relation.sign"],
  ["twice", right, times(2), "relation.times 2"],
  ["half", right, times(0.5), "relation.times 1/2"],
  ["minus three times", right, times(-3), "relation.times -3"],
  ["a factor with float32's noise", right, times(2 * (1 + 1e-7)), "relation.times 2"],
  ["plus a constant", right, plus(1.5), "relation.offset 1.5"],
  ["less a constant", right, plus(-2), "relation.offset -2"],
  ["zeros stay under a factor", withZeros, [[0, 3], [6, 0], [12, 15]], "relation.times 3"], // prettier-ignore
  ["a zero that does not stay", withZeros, [[1, 3], [6, 0], [12, 15]], null], // prettier-ignore
  ["an answer of zeros is no factor", right, times(0), null],
  ["a factor for each case", right, [[2, -4], [1.5, 12], [3, 7]], null], // prettier-ignore
  ["a factor but for one number", right, [[2, -4], [1, 8], [6, 15]], null], // prettier-ignore
  ["noise", right, [[3, 1], [4, 1], [5, 9]], null], // prettier-ignore
  ["NaN among them", right, [[2, -4], [1, 8], [6, NaN]], null], // prettier-ignore
  ["an infinity on both sides", [[Infinity, 1], [2, 3]], [[Infinity, 2], [4, 6]], null], // prettier-ignore
  ["another length", right, [[2, -4], [1, 8], [6]], null], // prettier-ignore
  ["too few numbers to tell", [[1], [2], [3]], [[2], [4], [6]], null], // prettier-ignore
  ["no numbers", [], [], null],
  ["right answers of 0 only, and a constant", [[0, 0, 0], [0, 0, 0]], [[5, 5, 5], [5, 5, 5]], "relation.offset 5"], // prettier-ignore
  ["2 pi times", right, times(2 * Math.PI), "relation.times 2 pi"],
  ["over log 2: another base", right, times(1 / Math.LN2), "relation.times 1/log 2"],
  ["squared", right, each((value) => value * value), "relation.square"],
  ["1 over", right, each((value) => 1 / value), "relation.reciprocal"],
  ["without its sign", right, each(Math.abs), "relation.absolute"],
  ["the exponential", right, each(Math.exp), "relation.exponential"],
  ["reversed", right, right.map((row) => (row as number[]).toReversed()), "relation.reversed"],
  ["transposed", squares, squares.map(transpose), "relation.transpose"],
  ["one place late", rowsOfFour, rowsOfFour.map((row) => [9, ...(row as number[]).slice(0, 3)]), "relation.shifted-later"], // prettier-ignore
  ["one place early", rowsOfFour, rowsOfFour.map((row) => [...(row as number[]).slice(1), 9]), "relation.shifted-earlier"], // prettier-ignore
  ["right in the first row only", squares, [[[1, 2], [0, 0]], [[5, 6], [0, 0]]], "relation.first-row"], // prettier-ignore
  ["NaN from the second case on", right, [[1, -2], [0.5, NaN], [NaN, 7]], "relation.not-finite-from NaN case-1"], // prettier-ignore
  ["NaN and infinities from the second case on", right, [[1, -2], [0.5, NaN], [Infinity, 7]], "relation.not-finite-mixed-from case-1"], // prettier-ignore
  ["NaN in all, beside an infinity in one", right, [[Infinity, NaN], [0.5, NaN], [NaN, 7]], "relation.not-finite NaN"], // prettier-ignore
  ["NaN in one and infinities in others", right, [[NaN, 2], [0.5, Infinity], [-Infinity, 7]], "relation.not-finite-mixed"], // prettier-ignore
  ["infinities that are right", right.map(() => [Infinity, 1]), [[Infinity, 2], [Infinity, 7], [Infinity, 2]], null], // prettier-ignore
  ["NaN from the second case on, in another shape", right, [[1, -2], [0.5, 4, NaN], [3, 7, NaN]], null], // prettier-ignore
  ["NaN in every case, of another shape", right, [[1, -2, NaN], [0.5, 4, NaN], [3, 7, NaN]], null], // prettier-ignore
  ["NaN in the middle only", right, [[1, -2], [0.5, NaN], [3, 7]], null], // prettier-ignore
  ["over log 10", right, times(1 / Math.LN10), "relation.times 1/log 10"],
  ["off in the fourth digit", right, each((value) => value + 3e-4 * Math.sin(9 * value)), "relation.close"],
  ["off in the second", right, each((value) => value + 3e-2 * Math.sin(9 * value)), null],
  ["NaN in every case", right, [[NaN, -2], [0.5, NaN], [NaN, 7]], "relation.not-finite NaN"], // prettier-ignore
];

const halves = (values: readonly Value[]): readonly Value[] =>
  values.map((row) => (row as number[]).map((value) => value / 2));

function isOfOtherShape(type: TypeSpec, expected: Value, got: Value): boolean {
  return (
    compareValues(type, expected, got, { tolerance: toleranceOf(undefined), scales: {} })?.kind === "shape"
  );
}

function relationOf(
  expected: readonly Value[],
  got: readonly Value[],
  args: readonly Value[] = [],
  of: FunctionSpec = spec,
): string | null {
  const pairs = expected.map((value, index) => ({
    caseId: `case-${index}`,
    args: [args[index] ?? []],
    right: value,
    got: got[index],
    otherShape: isOfOtherShape(of.returns, value, got[index]),
  }));
  const found = findRelation({ spec: of, pairs, extremes: [], others: {} });
  return found === null ? null : [found.key, ...Object.values(found.values)].join(" ");
}

function check([what, expected, got, relation]: (typeof rows)[number]): void {
  it(what, () => {
    assert.equal(relationOf(expected, got), relation);
  });
}

describe("what a wrong result is in terms of the right one", () => {
  rows.forEach(check);

  /** One number a case, from samples of these sizes. */
  const sizes = [2, 3, 5, 7, 8, 11];
  const samples = sizes.map((n) => Array.from({ length: n }, (_, index) => index + 0.5));
  const answers = sizes.map((n) => 1.5 + 1 / n);
  const factors: readonly (readonly [string, (n: number) => number])[] = [
    ["n", (n) => n],
    ["1/n", (n) => 1 / n],
    ["n/(n-1)", (n) => n / (n - 1)],
    ["(n-1)/n", (n) => (n - 1) / n],
    ["-n", (n) => -n],
    ["(n-1)", (n) => n - 1],
    ["1/(n-1)", (n) => 1 / (n - 1)],
  ];
  for (const [name, factor] of factors)
    it(`${name} times, by the sizes of the inputs`, () => {
      const got = answers.map((value, index) => value * factor(sizes[index] ?? NaN));
      assert.equal(relationOf(answers, got, samples), `relation.times ${name}`);
    });

  /** [what, the shape that is due, right, got, the relation] */
  const matrices: readonly Value[] = [[[1, 2, 6], [4, 0, 5]], [[7, 3, 8], [1, 9, 2]], [[0, 4, 5], [2, 2, 5]]]; // prettier-ignore
  const sums: readonly Value[] = [[5, 2, 11], [8, 12, 10], [2, 6, 10]]; // prettier-ignore
  const totals: readonly Value[] = [[9, 9.5, 1], [18, 12, 1], [3, 3, 3]]; // prettier-ignore
  const reductions: readonly (readonly [string, readonly string[], readonly Value[], readonly Value[], string | null])[] = [
    ["a matrix summed over its rows", ["batch", "dim"], matrices, sums, "relation.reduced-sum batch"],
    ["a matrix averaged over its rows", ["batch", "dim"], matrices, halves(sums), "relation.reduced-mean batch"],
    ["a matrix averaged over its columns", ["batch", "dim"], matrices, [[3, 3], [6, 4], [3, 3]], "relation.reduced-mean dim"],
    ["other numbers than the sums", ["batch", "dim"], matrices, [[5, 2, 12], [8, 12, 10], [2, 6, 10]], null],
    ["the mean in every row", ["batch", "dim"], matrices, halves(sums).map((row) => [row, row]), "relation.spread-mean batch"],
    ["the sum in every row", ["batch", "dim"], matrices, sums.map((row) => [row, row]), "relation.spread-sum batch"],
    ["zeros where every sum is 0", ["batch", "dim"], [[[1, 2], [-1, -2]], [[3, 4], [-3, -4]]], [[[0, 0], [0, 0]], [[0, 0], [0, 0]]], null],
    ["rows that were to be summed", ["dim"], sums, matrices, "relation.unreduced-sum 1"],
    ["rows that were to be averaged", ["batch"], [[3, 3], [6, 4], [3, 3]], matrices, "relation.unreduced-mean 2"],
    ["another shape, and no sum", ["dim"], totals, matrices, null],
  ]; // prettier-ignore
  for (const [what, shape, expected, got, relation] of reductions)
    it(what, () => {
      const returns = { kind: "tensor", shape } as const;
      assert.equal(relationOf(expected, got, [], { ...spec, returns }), relation);
    });

  it("one part of a sum with a logarithm of another base", () => {
    const s2 = [0.4, 1.7, 2.5, 5.1, 0.6, 3.3];
    const loss =
      (log: (value: number) => number) =>
      (value: number, index: number): number =>
        (index + 1) / value + 0.5 * log(value) + 0.5 * log(2 * Math.PI);
    const scalar = { ...spec, returns: { kind: "tensor", shape: [] } } as const;
    const of = (log: (value: number) => number): string | null =>
      relationOf(s2.map(loss(Math.log)), s2.map(loss(log)), s2, scalar);
    assert.equal(of(Math.log2), "relation.log-base 2");
    assert.equal(of(Math.log10), "relation.log-base 10");
    assert.equal(
      of((value) => 0.7 * Math.log(value)),
      null,
    );
    assert.equal(
      of((value) => Math.log(value) + value),
      null,
    );
  });

  it("the argument as it came in", () => {
    const shown = samples.map((row) => row.map((value) => value * value));
    assert.equal(relationOf(shown, samples, samples), "relation.input x");
  });

  it("what another function should return", () => {
    const pairs = answers.map((value, index) => ({
      caseId: "",
      args: [samples[index] ?? []],
      right: value,
      got: value * value + index,
      otherShape: false,
    }));
    const others = { g: pairs.map((pair) => pair.got) };
    assert.deepEqual(findRelation({ spec, pairs, extremes: [], others }), {
      ...{ key: "relation.other", values: { name: "g" } },
    });
  });

  it("NaN from a case on is not said where an extreme case has none", () => {
    const got = [[1, -2], [0.5, NaN], [NaN, 7]]; // prettier-ignore
    const pairs = right.map((value, index) => pairAt(`case-${index}`, value, got[index]));
    const said = (extremes: Evidence["extremes"]): string | undefined =>
      findRelation({ spec, pairs, extremes, others: {} })?.key;
    assert.equal(said([pairAt("far", [1e9], [NaN])]), "relation.not-finite-from");
    assert.equal(said([pairAt("far", [1e9], [NaN]), pairAt("farther", [1e9], [7])]), undefined);
  });

  it("a small error beside large right answers is no logarithm to another base", () => {
    const s2 = [0.4, 1.7, 2.5, 5.1, 0.6, 3.3];
    const large = s2.map((_, index) => 1e6 * (index + 1));
    const wiggle = (value: number): number => (value - 0.4) * (value - 5.1);
    const got = s2.map(
      (value, index) => (large[index] ?? NaN) + Math.log2(value) - Math.log(value) + wiggle(value),
    );
    const scalar = { ...spec, returns: { kind: "tensor", shape: [] } } as const;
    assert.notEqual(relationOf(large, got, s2, scalar), "relation.log-base 2");
  });
});

function pairAt(caseId: string, expected: Value, got: Value): Pair {
  return { caseId, args: [[]], right: expected, got, otherShape: false };
}

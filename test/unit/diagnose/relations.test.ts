import assert from "node:assert/strict";
import { findRelation } from "#diagnose/relations.ts";
import type { Value } from "#contract/values.ts";

const right: readonly Value[] = [[1, -2], [0.5, 4], [3, 7]]; // prettier-ignore
const times = (factor: number): readonly Value[] =>
  right.map((row) => (row as number[]).map((value) => factor * value));
const plus = (offset: number): readonly Value[] =>
  right.map((row) => (row as number[]).map((value) => value + offset));
const withZeros: readonly Value[] = [[0, 1], [2, 0], [4, 5]]; // prettier-ignore

/** [what, right, got, the relation as "key values" or null] */
const rows: readonly (readonly [string, readonly Value[], readonly Value[], string | null])[] = [
  ["the opposite sign", right, times(-1), "relation.sign"],
  ["twice", right, times(2), "relation.times 2"],
  ["half", right, times(0.5), "relation.times 0.5"],
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
  ["right answers of 0 only, and a constant", [[0, 0], [0, 0]], [[5, 5], [5, 5]], "relation.offset 5"], // prettier-ignore
];

function check([what, expected, got, relation]: (typeof rows)[number]): void {
  it(what, () => {
    const found = findRelation(expected.map((value, index) => ({ right: value, got: got[index] })));
    const said = found === null ? null : [found.key, ...Object.values(found.values)].join(" ");
    assert.equal(said, relation);
  });
}

describe("what a wrong result is in terms of the right one", () => {
  rows.forEach(check);
});

import assert from "node:assert/strict";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { TypeSpec, Value } from "#contract/values.ts";
import { toleranceOf } from "#compare/tolerance.ts";
import { compareValues } from "#compare/values.ts";
import { findRelation } from "#diagnose/relations/findRelation.ts";

const vector: TypeSpec = { kind: "tensor", shape: ["n"] };
const moments: TypeSpec = { kind: "record", fields: { mean: vector, variance: vector } };

const means = [[1, 2], [1.5, -1], [0.8, 1.1]]; // prettier-ignore
const right = means.map((mean) => ({ mean, variance: [1e-4, 3e-4] }));
type Moments = (typeof right)[number];

const spec: FunctionSpec = {
  name: "f",
  points: 100,
  parameters: [{ name: "x", type: vector }],
  returns: moments,
};

/** The relation of a result whose means are off by a little, each by another, so that nothing simpler explains it. */
function relationTo(got: (one: Moments) => Value, due: readonly Moments[] = right): string | undefined {
  const pairs = due.map((one, index) => {
    const given = got({ ...one, mean: one.mean.map((value) => value * (1 + 1e-4 * (index + 1))) });
    const difference = compareValues(moments, one, given, { tolerance: toleranceOf(undefined), scales: {} });
    return { caseId: "", args: [[]], right: one, got: given, otherShape: difference?.kind === "shape" };
  });
  return findRelation({ spec, pairs, extremes: [], others: {} })?.key;
}

describe("regression: what is nearly right", () => {
  it("is said of a result that is", () => {
    assert.equal(
      relationTo((one) => one),
      "relation.close",
    );
  });

  /** Records had no shape to compare, so that one of another structure counted as nearly the right one. */
  it("is no record of another structure", () => {
    assert.equal(
      relationTo(({ mean, variance }) => ({ mean: [mean], variance: [variance] })),
      undefined,
    );
    assert.equal(
      relationTo(({ mean, variance }) => ({ mean, var: variance })),
      undefined,
    );
  });

  /** What was off was measured by the largest number of the whole record. */
  it("is no result in which a small number is twice or none of what it should be", () => {
    for (const factor of [2, 0])
      assert.equal(
        relationTo((one) => ({ ...one, variance: one.variance.map((value) => factor * value) })),
        undefined,
      );
  });

  /** A case of zeros was forgotten where another followed it. */
  it("is no result where nothing but zeros is due and something comes", () => {
    const zero = (value: number): Moments => ({ mean: [0, 0], variance: [value, value] });
    assert.equal(
      relationTo((one) => one, [zero(0), ...right]),
      undefined,
    );
  });
});

import assert from "node:assert/strict";
import { distance, toleranceOf } from "#compare/tolerance.ts";

const usual = { tolerance: toleranceOf(undefined), largest: 0, scale: 0 };

/** [what, got, right, how many tolerances apart], with rtol 1e-4 and atol 1e-5 unless told. */
const rows: readonly (readonly [string, number, number, number, Partial<typeof usual>?])[] = [
  ["the same number", 3, 3, 0],
  ["one part in ten thousand is one tolerance", 1 + 1e-4, 1, 1],
  ["the tolerance grows with the right number", 1000 + 0.1, 1000, 1],
  ["beside a large entry a small one may err by its size", 0.02, 0, 0.2, { largest: 1e4 }],
  ["beside a large scale too", 0.02, 0, 0.2, { scale: 1e4 }],
  ["the larger of the two counts, not their sum", 0.1, 0, 1, { largest: 1e4, scale: 1e4 }],
  ["a right answer of 0 without a size has no slack", 1e-300, 0, Infinity],
  ["-0 is 0", -0, 0, 0, { scale: 1 }],
  ["0 is -0", 0, -0, 0, { scale: 1 }],
  ["the sign matters", -1, 1, 20_000],
  ["NaN is NaN", NaN, NaN, 0],
  ["NaN is no number", NaN, 1, Infinity],
  ["a number is not NaN", 1, NaN, Infinity],
  ["infinity is infinity", Infinity, Infinity, 0],
  ["infinity is not minus infinity", -Infinity, Infinity, Infinity],
  ["infinity is no number", Infinity, 1e308, Infinity],
  ["no number is infinity", 1e308, Infinity, Infinity],
  ["NaN is not infinity", NaN, Infinity, Infinity],
];

function check([title, got, right, tolerances, context = {}]: (typeof rows)[number]): void {
  it(title, () => {
    const found = distance(got, right, { ...usual, ...context });
    if (Number.isFinite(tolerances))
      assert.ok(Math.abs(found - tolerances) <= 1e-9 * (1 + tolerances), `${found}, not ${tolerances}`);
    else assert.equal(found, tolerances);
  });
}

describe("the tolerance", () => {
  rows.forEach(check);

  it("is the exercise's where it declares one, part by part", () => {
    assert.deepEqual(toleranceOf(undefined), { rtol: 1e-4, atol: 1e-5 });
    assert.deepEqual(toleranceOf({ rtol: 0.5 }), { rtol: 0.5, atol: 1e-5 });
    assert.deepEqual(toleranceOf({ atol: 0.5 }), { rtol: 1e-4, atol: 0.5 });
  });
});

import assert from "node:assert/strict";
import { matrix, roundToFloat32, scalar, vector } from "#sdk/shapes.ts";

describe("rounding inputs to float32", () => {
  const value = {
    pi: Math.PI,
    rows: [[0.1, -0, Infinity], [NaN]],
    word: "relu",
    yes: true,
    nothing: null,
    far: 1e8 + 1,
    tooLarge: 1e39,
  };

  it("rounds every number, however deep, and nothing else", () => {
    assert.deepEqual(roundToFloat32(value), {
      pi: Math.fround(Math.PI),
      rows: [[Math.fround(0.1), -0, Infinity], [NaN]],
      word: "relu",
      yes: true,
      nothing: null,
      far: 1e8,
      tooLarge: Infinity,
    });
  });

  it("leaves what it was given as it is", () => {
    const before = structuredClone(value);
    roundToFloat32(value);
    assert.deepEqual(value, before);
  });

  it("done twice is done once", () => {
    assert.deepEqual(roundToFloat32(roundToFloat32(value)), roundToFloat32(value));
  });
});

describe("narrowing what a device gave back", () => {
  it("passes the declared shape on", () => {
    assert.equal(scalar(1), 1);
    assert.deepEqual(vector([1, 2]), [1, 2]);
    assert.deepEqual(matrix([[1], [2]]), [[1], [2]]);
  });

  const wrong: readonly (readonly [string, () => unknown])[] = [
    ["a vector for a number", () => scalar([1])],
    ["a number for a vector", () => vector(1)],
    ["a matrix for a vector", () => vector([[1]])],
    ["a vector for a matrix", () => matrix([1])],
    ["a number for a matrix", () => matrix(1)],
  ];
  for (const [what, narrow] of wrong) it(`refuses ${what}`, () => { assert.throws(narrow, TypeError); }); // prettier-ignore
});

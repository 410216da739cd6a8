import assert from "node:assert/strict";
import type { Value } from "#contract/values.ts";
import { pack, unpack } from "#references/packed.ts";

/** Whether all numbers go into one block, and what comes back, to the bit. */
function check(values: readonly Value[], inOneBlock: boolean): void {
  const packed = pack(values);
  assert.equal("numbers" in packed, inOneBlock);
  assert.deepEqual(unpack(packed), values);
}

describe("packed values", () => {
  const alike: Readonly<Record<string, readonly Value[]>> = {
    numbers: [1, -0, NaN, -Infinity],
    matrices: [[[1, 2], [3, 4]], [[5, 6], [7, -0]]], // prettier-ignore
    records: [
      { layers: [{ W: [[1]], activation: "tanh" }], hole: undefined, none: null, on: true },
      { layers: [{ W: [[2]], activation: "tanh" }], hole: undefined, none: null, on: true },
    ],
    "empty lists beside numbers": [[[], 1], [[], 2]], // prettier-ignore
  };
  for (const [what, values] of Object.entries(alike))
    it(`${what} of one shape lie in one block`, () => {
      check(values, true);
    });

  const different: Readonly<Record<string, readonly Value[]>> = {
    "a longer list": [[1, 2], [1, 2, 3]], // prettier-ignore
    "a shorter list": [[1, 2], [1]], // prettier-ignore
    "another word": [[1, "tanh"], [1, "relu"]], // prettier-ignore
    "a number as text": [[1], ["1"]],
    "text for a number": [["1", 2], [1, 2]], // prettier-ignore
    "a list for a number": [1, [1]],
    "a number for a list": [[1], 1],
    "a missing field": [{ a: 1, b: 2 }, { a: 1 }],
    "a further field": [{ a: 1 }, { a: 1, b: 2 }],
    "another field": [{ a: 1 }, { b: 1 }],
    "another order": [{ a: 1, b: 2 }, { b: 3, a: 4 }], // prettier-ignore
    "a list for a record": [{ 0: 1 }, [1]],
    "a record for a list": [[1], { 0: 1 }],
    "null for a record": [{ a: 1 }, null],
    "undefined for a number": [1, undefined],
    "no numbers": ["x", "x"],
    "one value": [[1, 2, 3]],
    nothing: [],
  };
  for (const [what, values] of Object.entries(different))
    it(`${what} travels as it is`, () => {
      check(values, false);
    });

  it("keeps the order of fields, which a report prints", () => {
    const [, second] = unpack(pack([{ b: 1, a: 2 }, { b: 3, a: 4 }])); // prettier-ignore
    assert.deepEqual(Object.entries(second as object), [["b", 3], ["a", 4]]); // prettier-ignore
  });
});

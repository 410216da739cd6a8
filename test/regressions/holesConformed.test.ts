import assert from "node:assert/strict";
import { conforms } from "#compare/conforms.ts";

/** `map` and `every` pass over holes, so that an array of nothing but holes had the type of any vector. */
describe("regression: arrays with holes", () => {
  it("have no declared type", () => {
    const holes = new Array<number>(3);
    const vector = { kind: "tensor", shape: ["n"] } as const;
    assert.equal(conforms(vector, holes), false);
    assert.equal(conforms({ kind: "list", of: vector }, new Array<number[]>(2)), false);
  });
});

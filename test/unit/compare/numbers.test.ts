import assert from "node:assert/strict";
import { numbersIn } from "#compare/numbers.ts";

describe("numbers of a value", () => {
  it("come in order, through lists and records, and nothing else comes", () => {
    assert.deepEqual(numbersIn({ a: [[1, 2], [], [3]], b: 4, c: { d: [NaN] }, e: "5", f: undefined }), [
      1,
      2,
      3,
      4,
      NaN,
    ]);
    assert.deepEqual(numbersIn(7), [7]);
    assert.deepEqual(numbersIn("seven"), []);
  });
});

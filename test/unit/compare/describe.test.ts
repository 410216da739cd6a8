import assert from "node:assert/strict";
import { describeType, describeValue, printInline, printNumber, printPath } from "#compare/describe.ts";
import type { TypeSpec, Value } from "#contract/values.ts";

const matrix: TypeSpec = { kind: "tensor", shape: ["batch", "dim"] };

const types: readonly (readonly [TypeSpec, string])[] = [
  [{ kind: "tensor", shape: [] }, "number"],
  [matrix, "number[batch][dim]"],
  [{ kind: "list", of: matrix }, "list of number[batch][dim]"],
  [{ kind: "choice", options: ["relu", "tanh"] }, '"relu" | "tanh"'],
  [
    { kind: "record", fields: { W: matrix, s: { kind: "tensor", shape: [] } } },
    "{ W: number[batch][dim], s: number }",
  ],
];

const values: readonly (readonly [Value, string])[] = [
  [1, "number"],
  ["x", "string"],
  [true, "boolean"],
  [null, "null"],
  [undefined, "undefined"],
  [[], "[0]"],
  [[[]], "[1][0]"],
  [[[1, 2], [3, 4]], "number[2][2]"], // prettier-ignore
  [{ a: 1, b: [2] }, "{ a, b }"],
  [[{ a: 1 }], "{ a }[1]"],
];

const numbers: readonly (readonly [number, string])[] = [
  [0, "0"],
  [-0, "0"],
  [3, "3"],
  [-1e21, "-1e+21"],
  [0.1 + 0.2, "0.3"],
  [1 / 3, "0.333333"],
  [123456.789, "123457"],
  [1.5e-7, "1.5e-7"],
  [1e-7, "1e-7"],
  [1e100 + 0.5, "1e+100"],
  [NaN, "NaN"],
  [-Infinity, "-Infinity"],
];

const inputs: readonly (readonly [number, string])[] = [
  [Math.fround(0.1), "0.1"],
  [Math.fround(-12.3), "-12.3"],
  [100000008, "100000008"],
  [16777217, "16777217"],
  [Math.fround(1234.56), "1234.56005859375"],
  [0.1 + 0.2, "0.30000000000000004"],
];

describe("words for types, values and numbers", () => {
  for (const [type, text] of types) it(text, () => { assert.equal(describeType(type), text); }); // prettier-ignore
  for (const [value, text] of values) it(`a value: ${text}`, () => { assert.equal(describeValue(value), text); }); // prettier-ignore
  for (const [value, text] of numbers) it(`${value} is ${text}`, () => { assert.equal(printNumber(value), text); }); // prettier-ignore

  for (const [value, text] of inputs) it(`${value} as an input is ${text}`, () => { assert.equal(printInline(value), text); }); // prettier-ignore

  it("a place inside a result", () => {
    assert.equal(printPath(["gradient", 2, "W", 0, 1]), ".gradient[2].W[0][1]");
    assert.equal(printPath([]), "");
  });
});

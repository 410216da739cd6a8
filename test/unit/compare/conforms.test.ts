import assert from "node:assert/strict";
import { conforms } from "#compare/conforms.ts";
import type { TypeSpec, Value } from "#contract/values.ts";

const scalar: TypeSpec = { kind: "tensor", shape: [] };
const vector: TypeSpec = { kind: "tensor", shape: ["n"] };
const matrix: TypeSpec = { kind: "tensor", shape: ["n", "dim"] };
const choice: TypeSpec = { kind: "choice", options: ["relu", "tanh"] };
const list: TypeSpec = { kind: "list", of: matrix };
const record: TypeSpec = { kind: "record", fields: { W: matrix, b: vector } };

const sparse = (length: number): Value => new Array<number>(length);

/** [what, type, value, with finite numbers, with any numbers] */
const rows: readonly (readonly [string, TypeSpec, Value, boolean, boolean])[] = [
  ["a number", scalar, 1, true, true],
  ["NaN", scalar, NaN, false, true],
  ["an infinity", scalar, -Infinity, false, true],
  ["a text", scalar, "1", false, false],
  ["a boolean", scalar, true, false, false],
  ["null", scalar, null, false, false],
  ["a vector for a number", scalar, [1], false, false],
  ["a vector", vector, [1, 2], true, true],
  ["an empty vector", vector, [], true, true],
  ["a vector with NaN", vector, [1, NaN], false, true],
  ["a vector with undefined", vector, [1, undefined], false, false],
  ["a vector of holes", vector, sparse(2), false, false],
  ["a vector with a text", vector, [1, "2"], false, false],
  ["a matrix", matrix, [[1, 2], [3, 4]], true, true], // prettier-ignore
  ["ragged rows", matrix, [[1, 2], [3]], false, false], // prettier-ignore
  ["a matrix of holes", matrix, [sparse(1), [2]], false, false],
  ["a vector for a matrix", matrix, [1, 2], false, false],
  ["a number for a matrix", matrix, 1, false, false],
  ["a declared option", choice, "tanh", true, true],
  ["another word", choice, "sigmoid", false, false],
  ["a list of matrices of several sizes", list, [[[1]], [[1, 2]]], true, true],
  ["a list with a vector", list, [[[1]], [1]], false, false],
  ["a record", record, { W: [[1]], b: [1] }, true, true],
  ["a record with more", record, { W: [[1]], b: [1], c: "x" }, true, true],
  ["a record with less", record, { W: [[1]] }, false, false],
  ["an array for a record", record, [[[1]], [1]], false, false],
];

function check([what, type, value, finite, any]: (typeof rows)[number]): void {
  it(what, () => {
    assert.deepEqual([conforms(type, value, "finite"), conforms(type, value, "any")], [finite, any]);
  });
}

describe("conforming to a declared type", () => {
  rows.forEach(check);
});

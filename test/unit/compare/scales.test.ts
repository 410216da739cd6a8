import assert from "node:assert/strict";
import { scalesOf } from "#compare/scales.ts";
import type { ToleranceSpec } from "#contract/exercise.ts";
import type { TypeSpec, Value } from "#contract/values.ts";

const vector: TypeSpec = { kind: "tensor", shape: ["n"] };
const record: TypeSpec = { kind: "record", fields: { a: vector, b: vector } };

interface Row {
  readonly what: string;
  readonly type: TypeSpec;
  readonly right: readonly Value[];
  readonly spec?: ToleranceSpec;
  readonly scales: Readonly<Record<string, number>>;
}

const rows: readonly Row[] = [
  { what: "the median over the cases of the largest entry", type: vector, right: [[1], [-5, 2], [100]], scales: { "": 5 } }, // prettier-ignore
  {
    what: "the lower middle of an even number",
    type: vector,
    right: [[1], [2], [3], [4]],
    scales: { "": 2 },
  },
  {
    what: "the largest where half of the answers are 0",
    type: vector,
    right: [[0], [0], [7]],
    scales: { "": 7 },
  },
  { what: "1 where all of them are 0", type: vector, right: [[0], [0]], scales: { "": 1 } },
  { what: "NaN and infinities do not count", type: vector, right: [[NaN, 2, Infinity]], scales: { "": 2 } },
  { what: "each field has its own", type: record, right: [{ a: [1], b: [50] }], scales: { a: 1, b: 50 } },
  { what: "a declared one wins", type: vector, right: [[1]], spec: { scale: 9 }, scales: { "": 9 } },
  { what: "declared by field", type: record, right: [{ a: [1], b: [2] }], spec: { scale: { b: 9 } }, scales: { a: 1, b: 9 } }, // prettier-ignore
  {
    what: "the entries of a list share one",
    type: { kind: "list", of: vector },
    right: [[[1], [8]]],
    scales: { "": 8 },
  },
];

function check({ what, type, right, spec, scales }: Row): void {
  it(what, () => {
    assert.deepEqual(scalesOf(type, right, spec), scales);
  });
}

describe("the size at which a difference matters", () => {
  rows.forEach(check);
});

import assert from "node:assert/strict";
import { toleranceOf } from "#compare/tolerance.ts";
import { compareValues } from "#compare/values.ts";
import type { TypeSpec, Value } from "#contract/values.ts";

const scalar: TypeSpec = { kind: "tensor", shape: [] };
const vector: TypeSpec = { kind: "tensor", shape: ["n"] };
const matrix: TypeSpec = { kind: "tensor", shape: ["n", "dim"] };
const choice: TypeSpec = { kind: "choice", options: ["relu", "tanh"] };
const moments: TypeSpec = { kind: "record", fields: { mean: vector, variance: scalar } };
const layers: TypeSpec = { kind: "list", of: { kind: "record", fields: { W: matrix, b: vector } } };

interface Row {
  readonly what: string;
  readonly type: TypeSpec;
  readonly right: Value;
  readonly got: Value;
  /** The difference as "shape <path>: <expected> / <got>", or null. */
  readonly says: string | null;
}

const hole = [1, , 3] as Value; // eslint-disable-line no-sparse-arrays -- the hazard under test
const net = (b: Value, W: Value = [[1, 2]]): Value => [
  { W: [[1, 2]], b: [0] },
  { W, b },
];

const rows: readonly Row[] = [
  { what: "a right number", type: scalar, right: 2, got: 2.00001, says: null },
  { what: "a wrong number", type: scalar, right: 2, got: 2.1, says: "value : 2 / 2.1" },
  { what: "a number in a text", type: scalar, right: 2, got: "2", says: "shape : number / string" },
  { what: "a boolean for a number", type: scalar, right: 1, got: true, says: "shape : number / boolean" },
  { what: "null for a number", type: scalar, right: 0, got: null, says: "shape : number / null" },
  { what: "nothing", type: scalar, right: 0, got: undefined, says: "shape : number / undefined" },
  {
    what: "a vector of one for a number",
    type: scalar,
    right: 2,
    got: [2],
    says: "shape : number / number[1]",
  },
  {
    what: "a number for a vector of one",
    type: vector,
    right: [2],
    got: 2,
    says: "shape : number[1] / number",
  },
  {
    what: "a vector too short",
    type: vector,
    right: [1, 2],
    got: [1],
    says: "shape : number[2] / number[1]",
  },
  { what: "a vector too long", type: vector, right: [1], got: [1, 2], says: "shape : number[1] / number[2]" },
  { what: "no entries", type: vector, right: [1], got: [], says: "shape : number[1] / [0]" },
  { what: "none where none are due", type: vector, right: [], got: [], says: null },
  { what: "a hole", type: vector, right: [1, 0, 3], got: hole, says: "shape : number[3] / number[3]" },
  { what: "undefined among numbers", type: vector, right: [1, 0], got: [1, undefined], says: "shape : number[2] / number[2]" }, // prettier-ignore
  {
    what: "a text among numbers",
    type: vector,
    right: [1, 2],
    got: ["1", 2],
    says: "shape : number[2] / string[2]",
  },
  { what: "a record for a vector", type: vector, right: [1, 2], got: { 0: 1, 1: 2, length: 2 }, says: "shape : number[2] / { 0, 1, length }" }, // prettier-ignore
  { what: "a column for a row", type: matrix, right: [[1, 2]], got: [[1], [2]], says: "shape : number[1][2] / number[2][1]" }, // prettier-ignore
  { what: "a row that would broadcast", type: matrix, right: [[1, 2], [1, 2]], got: [[1, 2]], says: "shape : number[2][2] / number[1][2]" }, // prettier-ignore
  { what: "ragged rows", type: matrix, right: [[1, 2], [3, 4]], got: [[1, 2], [3]], says: "shape : number[2][2] / number[2][2]" }, // prettier-ignore
  { what: "the first wrong entry by rows", type: matrix, right: [[1, 2], [3, 4]], got: [[1, 2], [0, 0]], says: "value [1][0]: 3 / 0" }, // prettier-ignore
  { what: "shapes before values", type: moments, right: { mean: [1], variance: 1 }, got: { mean: [9], variance: [1] }, says: "shape .variance: number / number[1]" }, // prettier-ignore
  { what: "a missing field", type: moments, right: { mean: [1], variance: 1 }, got: { mean: [1] }, says: "shape .variance: number / undefined" }, // prettier-ignore
  { what: "an inherited field is none", type: moments, right: { mean: [1], variance: 1 }, got: Object.create({ mean: [1], variance: 1 }) as Value, says: "shape .mean: number[1] / undefined" }, // prettier-ignore
  { what: "an extra field", type: moments, right: { mean: [1], variance: 1 }, got: { mean: [1], variance: 1, n: 1 }, says: null }, // prettier-ignore
  { what: "a wrong number in a record", type: moments, right: { mean: [1, 2], variance: 1 }, got: { mean: [1, 5], variance: 1 }, says: "value .mean[1]: 2 / 5" }, // prettier-ignore
  { what: "an array for a record", type: moments, right: { mean: [1], variance: 1 }, got: [[1], 1], says: "shape : { mean, variance } / number[2][1]" }, // prettier-ignore
  { what: "a list too short", type: layers, right: net([0]), got: [], says: "shape : { W, b }[2] / [0]" },
  { what: "a wrong shape deep in a list", type: layers, right: net([0]), got: net([0, 0]), says: "shape [1].b: number[1] / number[2]" }, // prettier-ignore
  { what: "a wrong number deep in a list", type: layers, right: net([0]), got: net([0], [[1, 3]]), says: "value [1].W[0][1]: 2 / 3" }, // prettier-ignore
  { what: "the right choice", type: choice, right: "relu", got: "relu", says: null },
  { what: "another choice", type: choice, right: "relu", got: "tanh", says: "shape : string / string" },
  { what: "NaN where NaN is right", type: vector, right: [NaN, 1], got: [NaN, 1], says: null },
  {
    what: "NaN where a number is right",
    type: vector,
    right: [1, 1],
    got: [1, NaN],
    says: "value [1]: 1 / NaN",
  },
  {
    what: "the wrong infinity",
    type: scalar,
    right: Infinity,
    got: -Infinity,
    says: "value : Infinity / -Infinity",
  },
  { what: "-0 for 0", type: scalar, right: 0, got: -0, says: null },
];

function check({ what, type, right, got, says }: Row): void {
  it(what, () => {
    const found = compareValues(type, right, got, { tolerance: toleranceOf(undefined), scales: {} });
    const said = found === null ? null : `${found.kind} ${found.path}: ${found.expected} / ${found.got}`;
    assert.equal(said, says);
  });
}

describe("comparing values", () => {
  rows.forEach(check);

  it("takes the offset off both sides, so that a mean at 1e8 is judged by its place within the data", () => {
    const options = { tolerance: toleranceOf(undefined), scales: { "": 1 } };
    assert.equal(compareValues(scalar, 1e8 + 0.5, 1e8 + 0.6, options), null);
    const found = compareValues(scalar, 1e8 + 0.5, 1e8 + 0.6, { ...options, offset: 1e8 });
    assert.equal(found?.kind, "value");
  });

  it("measures small entries against the scale that is declared for their field", () => {
    const [right, got] = [
      { mean: [0], variance: 1 },
      { mean: [1e-6], variance: 1 },
    ];
    const with_ = (scales: Readonly<Record<string, number>>) =>
      compareValues(moments, right, got, { tolerance: toleranceOf(undefined), scales });
    assert.equal(with_({ mean: 1, variance: 1 }), null);
    assert.equal(with_({ mean: 1e-3, variance: 1 })?.path, ".mean[0]");
  });

  it("tells the largest distance anywhere, not that of the first place", () => {
    const found = compareValues(vector, [1, 1], [1.001, 3], {
      tolerance: toleranceOf(undefined),
      scales: {},
    });
    assert.ok(found?.kind === "value" && found.path === "[0]" && found.tolerances > 1e4);
  });

  it("shows the digits that matter", () => {
    const found = compareValues(scalar, 1 / 3, 2e-7, { tolerance: toleranceOf(undefined), scales: {} });
    assert.deepEqual([found?.expected, found?.got], ["0.333333", "2e-7"]);
  });
});

import assert from "node:assert/strict";
import { toleranceOf } from "#compare/tolerance.ts";
import {
  explains,
  nameMisconceptions,
  type Answer,
  type Candidate,
  type Observed,
} from "#diagnose/misconceptions.ts";
import type { Value } from "#contract/values.ts";

const threw = Symbol("threw");

/** What a function answered on three value cases and one extreme one; the right answers are [1], [2], [3] and [4]. */
interface Seen {
  readonly answers: readonly (Value | typeof threw)[];
  readonly argumentsChanged?: boolean;
}

const right: readonly Value[] = [[1], [2], [3], [4]];

function observed({ answers, argumentsChanged = false }: Seen): Observed {
  return {
    name: "f",
    returns: { kind: "tensor", shape: ["n"] },
    tolerance: toleranceOf(undefined),
    scales: { "": 1 },
    argumentsChanged,
    cases: answers.map((value, index) => ({
      caseId: ["a", "b", "c", "far"][index] ?? "",
      kind: index < 3 ? "value" : "stability",
      answer: value === threw ? null : { value },
      right: value !== threw && JSON.stringify(value) === JSON.stringify(right[index]),
    })),
  };
}

const answered = (values: readonly (Value | typeof threw)[]): readonly Answer[] =>
  values.map((value) => (value === threw ? null : { value }));
const byOutputs = (...forms: readonly (readonly (Value | typeof threw)[])[]): Candidate => ({
  id: "slip",
  recognisedBy: { kind: "outputs" },
  forms: forms.map(answered),
});
const definedOn = (cases: readonly string[], form: readonly Value[]): Candidate => ({
  ...byOutputs(form),
  recognisedBy: { kind: "outputs", definedOn: cases },
});
const byCases = (...fails: readonly string[]): Candidate => ({
  id: "slip",
  recognisedBy: { kind: "cases", fails },
  forms: [],
});
const byPurity: Candidate = { id: "slip", recognisedBy: { kind: "purity" }, forms: [] };

const doubled: readonly Value[] = [[2], [4], [6], [8]];
const NaNs: readonly Value[] = [[NaN], [2], [3], [4]];
const threwOnce: readonly (Value | typeof threw)[] = [threw, [4], [6], [8]];

const rows: readonly (readonly [string, Candidate, Seen, boolean])[] = [
  ["the slip's own answers", byOutputs(doubled), { answers: doubled }, true],
  ["answers within the tolerance", byOutputs(doubled), { answers: [[2.00001], [4], [6], [8]] }, true],
  ["one answer that is another", byOutputs(doubled), { answers: [[2], [4], [6.1], [8]] }, false],
  ["the right answers", byOutputs(doubled), { answers: right }, false],
  ["a slip that answers as the right one does", byOutputs(right), { answers: right }, false],
  ["wrong answers that are none of the slip's", byOutputs(doubled), { answers: [[0], [0], [0], [0]] }, false],
  ["extremes do not matter to outputs", byOutputs(doubled), { answers: [[2], [4], [6], [NaN]] }, true],
  ["any one of its forms", byOutputs([[0], [0], [0], [0]], doubled), { answers: doubled }, true],
  ["a mixture of two forms is neither", byOutputs([[0], [0], [0], [0]], doubled), { answers: [[0], [4], [6], [8]] }, false], // prettier-ignore
  ["right on one case, where the slip is too", byOutputs([[1], [4], [6], [8]]), { answers: [[1], [4], [6], [8]] }, true], // prettier-ignore
  ["NaN where the slip gives NaN", byOutputs(NaNs), { answers: NaNs }, true],
  ["a number where the slip gives NaN", byOutputs(NaNs), { answers: [[0], [2], [3], [4]] }, false],
  ["throws where the slip throws", byOutputs(threwOnce), { answers: threwOnce }, true],
  ["throws where the slip answers", byOutputs(doubled), { answers: threwOnce }, false],
  ["answers where the slip throws", byOutputs(threwOnce), { answers: doubled }, false],
  [
    "a wrong type where the slip throws",
    byOutputs(threwOnce),
    { answers: [[undefined], [4], [6], [8]] },
    true,
  ],
  ["throws everywhere, as the slip does: that says nothing", byOutputs([threw, threw, threw, threw]), { answers: [threw, threw, threw, threw] }, false], // prettier-ignore
  ["whatever comes out on a case that means nothing to the slip", definedOn(["b", "c"], doubled), { answers: [threw, [4], [6], [8]] }, true], // prettier-ignore
  ["another answer on a case that means something to it", definedOn(["a"], doubled), { answers: [[0], [4], [6], [8]] }, false], // prettier-ignore
  ["right on the cases that mean something to it", definedOn(["a"], doubled), { answers: [[1], [4], [6], [8]] }, false], // prettier-ignore
  ["no form at all", byOutputs(), { answers: doubled }, false],

  ["wrong on its case only", byCases("far"), { answers: [[1], [2], [3], [0]] }, true],
  ["wrong on one of its cases", byCases("c", "far"), { answers: [[1], [2], [3], [0]] }, true],
  ["throws on its case", byCases("far"), { answers: [[1], [2], [3], threw] }, true],
  ["wrong on another case too", byCases("far"), { answers: [[1], [2], [0], [0]] }, false],
  ["right everywhere is not wrong on its case", byCases("far"), { answers: right }, false],

  ["right, but it changed an argument", byPurity, { answers: right, argumentsChanged: true }, true],
  ["right and it changed nothing", byPurity, { answers: right }, false],
  ["wrong, and it changed an argument", byPurity, { answers: doubled, argumentsChanged: true }, false],
];

function check([what, candidate, seen, is]: (typeof rows)[number]): void {
  it(`${what}: ${is ? "yes" : "no"}`, () => {
    assert.equal(explains(candidate, observed(seen)), is);
  });
}

/** [what, explanations by function, names given] */
const namings: readonly (readonly [string, Record<string, string[]>, Record<string, string>])[] = [
  ["one explanation is the name", { f: ["a"] }, { f: "a" }],
  ["none is no name", { f: [] }, {}],
  ["two are no name", { f: ["a", "b"] }, {}],
  ["two, one of which is certain elsewhere", { f: ["a", "b"], g: ["b"] }, { f: "b", g: "b" }],
  ["two, both of which are certain elsewhere", { f: ["a", "b"], g: ["a"], h: ["b"] }, { g: "a", h: "b" }],
  ["two functions with the same two", { f: ["a", "b"], g: ["a", "b"] }, {}],
  [
    "what is only guessed elsewhere settles nothing",
    { f: ["a", "b"], g: ["b", "c"], h: ["c"] },
    { g: "c", h: "c" },
  ],
];

function checkNaming([what, explanations, names]: (typeof namings)[number]): void {
  it(what, () => {
    for (const entries of [Object.entries(explanations), Object.entries(explanations).reverse()])
      assert.deepEqual(Object.fromEntries(nameMisconceptions(new Map(entries))), names);
  });
}

describe("does a misconception explain a function", () => {
  rows.forEach(check);
});

describe("naming misconceptions", () => {
  namings.forEach(checkNaming);
});

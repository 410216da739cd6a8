import assert from "node:assert/strict";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Arguments, TypeSpec, Value } from "#contract/values.ts";
import { describeCounterexample } from "#diagnose/counterexample/describe.ts";
import { contrastOf, isClear, mannerOf } from "#diagnose/counterexample/manner.ts";
import { isInside, learnRanges } from "#diagnose/counterexample/ranges.ts";
import { effortOf, effortOfAll, roundedInputs, simplerNumbers } from "#diagnose/counterexample/simpler.ts";
import { smallerInputs } from "#diagnose/counterexample/smaller.ts";

const tensor = (...shape: string[]): TypeSpec => ({ kind: "tensor", shape });
const number = tensor();

function functionOf(...types: readonly TypeSpec[]): FunctionSpec {
  const parameters = types.map((type, index) => ({ name: "abcd"[index] ?? "", type }));
  return { name: "f", points: 100, parameters, returns: number };
}

describe("what a smaller input may hold", () => {
  const spec = functionOf(tensor("n"));
  /** [what, numbers seen, numbers inside, numbers outside] */
  const rows: readonly (readonly [string, readonly number[], readonly number[], readonly number[]])[] = [
    ["shares", [0.12, 0.5, 0.93], [0.2, 0.5], [0, 1, 0.95]],
    ["whole numbers", [2, 9, 5], [2, 3, 9], [2.5, 1, 10]],
    ["units of +-1", [1, -1, 1, 1, -1, 1, -1, -1], [1, -1], [0, 0.5, 2]],
    ["two numbers that chance chose", [1, -1, 1], [1, 0, -1], [2]],
    ["numbers around 1e8", [1e8 - 0.4, 1e8 + 0.4], [1e8 - 1, 1e8, 1e8 + 1], [0, 1e8 + 2]],
  ];
  for (const [what, seen, inside, outside] of rows)
    it(what, () => {
      const range = learnRanges(spec, [[seen]], [seen.slice(0, 2)]).get("a");
      assert.deepEqual(inside.filter((value) => !isInside(range, value)), []); // prettier-ignore
      assert.deepEqual(outside.filter((value) => isInside(range, value)), []); // prettier-ignore
    });

  it("is told by the start alone where the start is extreme", () => {
    const range = learnRanges(spec, [[[1, 2.5, 3]]], [[-1000, 2]]).get("a");
    assert.ok(isInside(range, -1000) && isInside(range, 2) && !isInside(range, 3));
  });
});

describe("smaller inputs", () => {
  it("lose a place of an axis in every argument that has it, the largest cut first", () => {
    const spec = functionOf(tensor("n", "k"), tensor("n"), number);
    const cut = smallerInputs(spec, [[[1, 2, 3], [4, 5, 6]], [7, 8], 9]); // prettier-ignore
    assert.deepEqual(cut, [
      [[[4, 5, 6]], [8], 9],
      [[[1, 2, 3]], [7], 9],
      [[[2, 3], [5, 6]], [7, 8], 9],
      [[[1, 3], [4, 6]], [7, 8], 9],
      [[[1, 2], [4, 5]], [7, 8], 9],
    ]); // prettier-ignore
  });

  it("reach into records, take entries off a list, and leave the last place alone", () => {
    const layer: TypeSpec = {
      kind: "record",
      fields: { W: tensor("out"), f: { kind: "choice", options: ["x"] } },
    };
    const spec = functionOf({ kind: "list", of: layer }, tensor("m"));
    const layers = [{ W: [1, 2], f: "x" }, { W: [3], f: "x" }]; // prettier-ignore
    assert.deepEqual(smallerInputs(spec, [layers, [5]]), [
      [[{ W: [3], f: "x" }], [5]],
      [[{ W: [1, 2], f: "x" }], [5]],
    ]);
  });
});

describe("simpler numbers", () => {
  const spec = functionOf(tensor("n"), number);
  const ranges = learnRanges(spec, [[[-3.5, 7.25], 0.1], [[1, 2], 0.9]], [[1.37, 2], 0.52]); // prettier-ignore

  it("cost less the fewer digits they have, and 0 and 1 more than they look", () => {
    const rising = [2, -2, 0.5, 1.5, 0, -1, 0.25, 1.37, 12.125];
    const efforts = rising.map(effortOf);
    assert.deepEqual(efforts, efforts.toSorted((a, b) => a - b)); // prettier-ignore
  });

  it("stay in their range, and are simpler than what stands there", () => {
    const changes = simplerNumbers(spec, [[1.37, 2], 0.52], ranges);
    assert.ok(changes.length > 0);
    for (const { leaf, value } of changes) {
      assert.ok(isInside(ranges.get(leaf.group), value), `${leaf.group} ${value}`);
      assert.ok(effortOf(value) < effortOf(leaf.value) || leaf.value === value);
    }
    assert.ok(changes.some(({ leaf, value }) => leaf.group === "b" && value === 0.5));
    assert.ok(changes.every(({ leaf }) => leaf.value !== 2));
  });

  it("are rounded together, but for those that would leave their range", () => {
    const [whole] = roundedInputs(spec, [[1.37, -2.6], 0.52], ranges);
    assert.deepEqual(whole, [[1, -3], 0.52]);
  });

  it("are better told apart", () => {
    const effort = (args: Arguments): number => effortOfAll(spec, args, ranges);
    assert.ok(effort([[2, 3], 0.5]) < effort([[2, 2], 0.5]));
  });
});

describe("how a call goes wrong", () => {
  const options = { tolerance: { rtol: 1e-4, atol: 1e-5 }, scales: { "": 1 } };
  const of = (value: Value) => mannerOf(tensor("n"), [1, 2], { ok: true, value, mutated: [] }, options);
  it("by value, by NaN, by shape, by throwing, or not at all", () => {
    assert.deepEqual([[1, 2], [1, 3], [1, NaN], [1], "12"].map(of), [null, "value", "not-finite", "shape", "shape"]); // prettier-ignore
    const thrown = { ok: false, fault: { kind: "throw", text: "no" } } as const;
    assert.equal(mannerOf(tensor("n"), [1, 2], thrown, options), "throw");
    const late = { ok: false, fault: { kind: "timeout", text: "" } } as const;
    assert.equal(mannerOf(tensor("n"), [1, 2], late, options), null);
  });

  it("is seen beside the largest number", () => {
    assert.equal(contrastOf([30, 1e-6], [30, 2e-6]) < 1e-6, true);
    assert.equal(contrastOf([4], [3]), 0.25);
    assert.equal(contrastOf([0], [0]), 0);
    assert.ok(isClear(0.25, 0.9) && !isClear(0.01, 0.9) && isClear(0.01, 0.02));
  });
});

describe("a counterexample in words", () => {
  const spec = functionOf(tensor("n"), { kind: "record", fields: { W: number } });
  const args: Arguments = [[2, Math.fround(0.1)], { W: -1 }];
  const one = { function: "f", case: "n-3", args, expected: 1 / 3, steps: { "x - mu": [1 / 3] } };
  it("names every input, what is right, what came and what lies between", () => {
    const got = { ok: true, value: -2, mutated: [] } as const;
    assert.deepEqual(describeCounterexample({ ...one, got }, spec, "en"), [
      "the smallest input found that shows it:",
      "  a = [2, 0.1]",
      "  b = { W: -1 }",
      "expected 0.333333, got -2",
      "on the way there: x - mu = [0.333333]",
    ]);
    assert.match(
      describeCounterexample({ ...one, got }, spec, "ja").join("\n"),
      /期待される値は 0\.333333、得られた値は -2/,
    );
  });

  it("says what is thrown", () => {
    const got = { ok: false, fault: { kind: "throw", text: "x is not defined" } } as const;
    const lines = describeCounterexample({ ...one, steps: {}, got }, spec, "en");
    assert.equal(lines.at(-1), "expected 0.333333, but it throws: x is not defined");
  });
});

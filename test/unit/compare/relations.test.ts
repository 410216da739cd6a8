import assert from "node:assert/strict";
import { areEqual, isGradient, isRoot } from "#compare/relations.ts";
import type { Arguments, Value } from "#contract/values.ts";
import { createRng } from "#sdk/random.ts";

type Loss = (w: number[], b: number) => number;
const loss: Loss = (w, b) => w.reduce((sum, value) => sum + value ** 3, 0) + Math.sin(b) * (w[0] ?? 0);
const args = [[0.7, -1.3, 2.1], 0.4] as const;
const [w, b] = args;
const right = {
  w: [3 * w[0] ** 2 + Math.sin(b), 3 * w[1] ** 2, 3 * w[2] ** 2] as const,
  b: Math.cos(b) * w[0],
};
const constant: Loss = () => 7;

/** [what, the objective, the gradient claimed of it, whether it is one] */
const gradients: readonly (readonly [string, Loss, Value, boolean])[] = [
  ["the gradient", loss, right, true],
  ["the opposite sign", loss, { w: right.w.map((value) => -value), b: -right.b }, false],
  ["twice the gradient", loss, { w: right.w.map((value) => 2 * value), b: 2 * right.b }, false],
  ["one coordinate off by a thousandth", loss, { ...right, w: right.w.with(2, right.w[2] * 1.001) }, false],
  ["two coordinates exchanged", loss, { ...right, w: [right.w[1], right.w[0], right.w[2]] as Value }, false],
  ["zeros of a loss that moves", loss, { w: [0, 0, 0], b: 0 }, false],
  ["zeros of a constant loss", constant, { w: [0, 0, 0], b: 0 }, true],
  ["ones of a constant loss", constant, { w: [1, 1, 1], b: 1 }, false],
  ["too few coordinates", loss, { w: right.w.slice(1), b: right.b }, false],
  ["a missing part", loss, { w: right.w }, false],
  ["no numbers at all", loss, {}, false],
  ["NaN", loss, { w: [NaN, 0, 0], b: 0 }, false],
  ["an infinity", loss, { w: [Infinity, 0, 0], b: 0 }, false],
  ["anything of a loss that is NaN", () => NaN, right, false],
  ["anything of an infinite loss", () => Infinity, right, false],
];

function checkGradient([what, objective, gradient, is]: (typeof gradients)[number]): void {
  it(`${what}: ${is ? "yes" : "no"}`, async () => {
    // whatever the directions: a slip must not slip through by chance
    for (const seed of ["a", "b", "c", "d"]) {
      const rng = createRng(seed);
      const found = await isGradient({
        args: args,
        gradient,
        parts: [
          { output: ["w"], argument: [0] },
          { output: ["b"], argument: [1] },
        ],
        objective: ([first, second]) => Promise.resolve(objective(first as number[], second as number)),
        normal: () => rng.normal(),
      });
      assert.equal(found, is);
    }
  });
}

/** [what, candidate, residual, whether it is a root], at a distance of 0.1 */
const roots: readonly (readonly [string, number, (at: number) => number, boolean])[] = [
  ["a root", 2, (at) => at - 2, true],
  ["a root of a falling residual", 2, (at) => 8 - at ** 3, true],
  ["beside the root", 2.001, (at) => at - 2, false],
  ["no root", 3, (at) => at - 2, false],
  ["a residual that is 0 everywhere", 3, () => 0, false],
  ["a constant residual", 3, () => 5, false],
  ["a residual that only touches 0", 2, (at) => (at - 2) ** 2, false],
  ["a candidate that is no number", NaN, (at) => at - 2, false],
  ["an infinite candidate", Infinity, () => 0, false],
  ["a residual that is NaN", 2, () => NaN, false],
];

function checkRoot([what, candidate, residual, is]: (typeof roots)[number]): void {
  it(`${what}: ${is ? "yes" : "no"}`, async () => {
    assert.equal(await isRoot(candidate, 0.1, (at) => Promise.resolve(residual(at))), is);
  });
}

const equals: readonly (readonly [string, Value, Value, boolean])[] = [
  ["the same", [1, [2]], [1, [2]], true],
  ["rounding apart", 1, 1 + 1e-9, true],
  ["a hundred-thousandth apart", 1, 1 + 1e-5, false],
  ["small beside large", [1e6, 1e-3], [1e6, 0], true],
  ["both 0", [0, 0], [0, -0], true],
  ["0 and something", 0, 1e-12, false],
  ["another structure", [1, 2], [[1, 2]], false],
  ["another length", [1, 2], [1, 2, 2], false],
  ["other fields", { a: 1 }, { b: 1 }, false],
  ["another word", ["relu", 1], ["tanh", 1], false],
  ["fewer fields", { a: 1, b: 2 }, { a: 1 }, false],
  ["fields in another order", { a: 1, b: 1 }, { b: 1, a: 1 }, false],
  ["a list and a record", [1], { 0: 1 }, false],
  // eslint-disable-next-line no-sparse-arrays -- a hole is what this is about
  ["a hole and a number", [, 1], [1, 1], false],
  ["a number and a word", 1, "1", false],
  ["many numbers", new Array<number>(200_000).fill(1), new Array<number>(200_000).fill(1), true],
  ["NaN on both sides", NaN, NaN, false],
  ["an infinity on both sides", Infinity, Infinity, false],
];

function checkEqual([what, left, other, is]: (typeof equals)[number]): void {
  it(`${what}: ${is ? "yes" : "no"}`, () => {
    assert.equal(areEqual(left, other), is);
    assert.equal(areEqual(other, left), is);
  });
}

describe("is it the gradient of the objective", () => {
  gradients.forEach(checkGradient);

  it("asks two calls a direction, however many coordinates there are", async () => {
    let calls = 0;
    const objective = ([x]: Arguments): Promise<number> => {
      calls++;
      return Promise.resolve((x as number[]).reduce((sum, value) => sum + value ** 2, 0));
    };
    const x = Array.from({ length: 500 }, (_, index) => index / 100);
    const rng = createRng("many");
    const gradient = x.map((value) => 2 * value);
    const parts = [{ output: [], argument: [0] }];
    assert.ok(await isGradient({ args: [x], gradient, parts, objective, normal: () => rng.normal() }));
    assert.equal(calls, 4);
  });

  it("lets a call that fails fail, so that whoever asks decides", async () => {
    const objective = (): Promise<number> => Promise.reject(new Error("no value"));
    const question = {
      args: [1],
      gradient: 1,
      parts: [{ output: [], argument: [0] }],
      objective,
      normal: () => 1,
    };
    await assert.rejects(isGradient(question), /no value/);
  });
});

describe("is it a root of the residual", () => {
  roots.forEach(checkRoot);
});

describe("do two sides agree", () => {
  equals.forEach(checkEqual);
});

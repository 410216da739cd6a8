import assert from "node:assert/strict";
import { drawCases, redraw } from "#engine/draw.ts";
import type { AnyCase, Exercise, Seed } from "#engine/ports.ts";
import { valueCase } from "#sdk/cases.ts";
import { fit, publicSeed, secretSeed } from "./support.ts";

/** A fresh exercise each time: drawn cases are remembered by exercise. */
const withCases = (loss: readonly AnyCase[]): Exercise => ({ ...fit, cases: { ...fit.cases, loss } });
const cases = fit.cases["loss"] ?? [];
const seeded = (value: string): Seed => ({ ...publicSeed, value });
const argumentsOf = (exercise: Exercise, seed: Seed, id: string): unknown =>
  drawCases(exercise, seed)["loss"]?.find((one) => one.case.id === id)?.args;

describe("drawing cases", () => {
  it("another case before or after changes no case's numbers", () => {
    const extra = valueCase("extra", (rng): [number[], number] => [
      rng.vector(50, () => rng.normal()),
      rng.normal(),
    ]);
    const more = withCases([extra, ...cases.toReversed(), { ...extra, id: "extra-2" }]);
    for (const { id } of cases)
      assert.deepEqual(argumentsOf(more, publicSeed, id), argumentsOf(withCases(cases), publicSeed, id), id);
  });

  it("the same seed gives the same numbers, another one others of the same shape", () => {
    const [first, again, other] = [seeded("1"), seeded("1"), seeded("2")].map((seed) =>
      argumentsOf(withCases(cases), seed, "n-5"),
    );
    assert.deepEqual(first, again);
    assert.notDeepEqual(first, other);
    const lengths = (args: unknown) => (args as [number[]])[0].length;
    assert.deepEqual(lengths(first), lengths(other));
  });

  it("the same case of two functions has numbers of its own", () => {
    const drawn = drawCases(withCases(cases), publicSeed);
    assert.notDeepEqual(drawn["loss"]?.[0]?.args, drawn["slope"]?.[0]?.args);
  });

  it("inputs are float32, unless a case keeps float64", () => {
    const plain = valueCase("plain", (rng): [number] => [rng.uniform(1, 2)]);
    const exercise = withCases([plain, { ...plain, id: "exact", float64: true }]);
    const [rounded, exact] = (drawCases(exercise, publicSeed)["loss"] ?? []).map(
      (one) => one.args[0] as number,
    );
    assert.equal(rounded, Math.fround(rounded ?? NaN));
    assert.notEqual(exact, Math.fround(exact ?? NaN));
  });

  it("locally every case is visible", () => {
    for (const seed of [publicSeed, seeded("7")])
      for (const drawn of Object.values(drawCases(withCases(cases), seed)))
        assert.ok(drawn.every((one) => one.visible));
  });

  it("under a secret seed visible cases have the public numbers and the hidden ones have not", () => {
    const exercise = withCases(cases);
    const [open, secret] = [
      drawCases(exercise, publicSeed)["loss"] ?? [],
      drawCases(exercise, secretSeed)["loss"] ?? [],
    ];
    const drawnAtRandom = open.filter((one) => one.case.id !== "huge");
    assert.deepEqual(
      secret.filter((one) => one.visible).map((one) => one.case.id),
      ["n-3", "n-4"],
    );
    for (const one of drawnAtRandom) {
      const other = secret.find(({ case: { id } }) => id === one.case.id);
      assert.ok(other);
      if (other.visible) assert.deepEqual(other.args, one.args, one.case.id);
      else assert.notDeepEqual(other.args, one.args, one.case.id);
    }
  });

  it("a public and a secret seed of the same text do not share what is remembered", () => {
    const exercise = withCases(cases);
    const text = "the same";
    const asPublic = drawCases(exercise, { ...publicSeed, value: text })["loss"] ?? [];
    const asSecret = drawCases(exercise, { ...secretSeed, value: text })["loss"] ?? [];
    assert.deepEqual(
      [asPublic.every((one) => one.visible), asSecret.every((one) => one.visible)],
      [true, false],
    );
  });

  it("what is remembered is dropped after some seeds and drawn again the same", () => {
    const exercise = withCases(cases);
    const first = drawCases(exercise, seeded("0"));
    assert.equal(drawCases(exercise, seeded("0")), first);
    for (let i = 1; i < 40; i++) drawCases(exercise, seeded(String(i)));
    const again = drawCases(exercise, seeded("0"));
    assert.notEqual(again, first);
    assert.deepEqual(
      again["loss"]?.map((one) => one.args),
      first["loss"]?.map((one) => one.args),
    );
  });

  it("redrawing a case gives other numbers of the same shape, the same each time", () => {
    const [exercise, one] = [withCases(cases), cases[0]];
    assert.ok(one);
    const other = redraw(exercise, publicSeed, { name: "loss", one, time: "again" });
    assert.notDeepEqual(other, argumentsOf(exercise, publicSeed, one.id));
    assert.deepEqual(other, redraw(exercise, publicSeed, { name: "loss", one, time: "again" }));
    assert.equal((other[0] as number[]).length, 3);
  });
});

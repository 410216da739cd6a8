import assert from "node:assert/strict";
import { createRng, type Rng } from "#sdk/random.ts";

const draws = 20_000;

/** [what, draw, mean, variance]; the bounds are far wider than chance: these seeds are fixed, another generator would still pass */
const moments: readonly (readonly [string, (rng: Rng) => number, number, number])[] = [
  ["uniform in [0, 1)", (rng) => rng.uniform(), 1 / 2, 1 / 12],
  ["uniform in [-3, 5)", (rng) => rng.uniform(-3, 5), 1, 64 / 12],
  ["standard normal", (rng) => rng.normal(), 0, 1],
  ["normal with mean 2 and deviation 3", (rng) => rng.normal(2, 3), 2, 9],
  ["whole numbers from 1 to 6", (rng) => rng.integer(1, 6), 3.5, 35 / 12],
  ["signs", (rng) => rng.sign(), 0, 1],
  ["picks", (rng) => rng.pick([0, 10]), 5, 25],
];

function check([what, draw, mean, variance]: (typeof moments)[number]): void {
  it(`${what}: mean and variance`, () => {
    const rng = createRng(`moments of ${what}`);
    const values = Array.from({ length: draws }, () => draw(rng));
    const found = values.reduce((sum, value) => sum + value, 0) / draws;
    const spread = values.reduce((sum, value) => sum + (value - found) ** 2, 0) / draws;
    assert.ok(Math.abs(found - mean) < 6 * Math.sqrt(variance / draws), `mean ${found}`);
    assert.ok(Math.abs(spread / variance - 1) < 0.1, `variance ${spread}`);
  });
}

describe("random numbers", () => {
  // these numbers are in every class's expected values: they may never change
  it("a seed gives the same numbers on every machine, for ever", () => {
    const rng = createRng("gradus");
    const first = [rng.uniform(), rng.uniform(), rng.normal(), rng.integer(1, 1000), rng.sign()];
    assert.deepEqual(first, [0.2437681440770717, 0.46939673643930957, -0.40122656142676677, 662, -1]);
    assert.deepEqual(createRng("gradus").permutation(8), [6, 4, 5, 2, 7, 0, 3, 1]);
  });

  it("other seeds give other numbers, however alike the texts are", () => {
    const seeds = Array.from({ length: 2000 }, (_, index) => `gaussian-mle:public:muHat:n-${index}`);
    const firsts = new Set(["", "a", "b", "ab", "ba", ...seeds].map((seed) => createRng(seed).uniform()));
    assert.equal(firsts.size, seeds.length + 5);
  });

  moments.forEach(check);

  it("uniform numbers fill sixteen bins evenly, also the first of neighbouring seeds", () => {
    const bins = (values: readonly number[]): number[] => {
      const counts = new Array<number>(16).fill(0);
      for (const value of values) counts[Math.floor(value * 16)] = (counts[Math.floor(value * 16)] ?? 0) + 1;
      return counts;
    };
    const rng = createRng("bins");
    const inARow = Array.from({ length: 16_000 }, () => rng.uniform());
    const acrossSeeds = Array.from({ length: 16_000 }, (_, index) => createRng(`seed ${index}`).uniform());
    for (const counts of [bins(inARow), bins(acrossSeeds)])
      for (const count of counts) assert.ok(count > 800 && count < 1200, counts.join());
  });

  it("stays inside its bounds and reaches both ends of whole numbers", () => {
    const rng = createRng("bounds");
    const seen = new Set<number>();
    for (let i = 0; i < 2000; i++) {
      const value = rng.uniform(2, 3);
      assert.ok(value >= 2 && value < 3);
      seen.add(rng.integer(-1, 2));
    }
    assert.deepEqual([...seen].sort(), [-1, 0, 1, 2]);
  });

  it("normal numbers are finite, also where the uniform one is 0", () => {
    const rng = createRng("tails");
    for (let i = 0; i < 50_000; i++) assert.ok(Number.isFinite(rng.normal()));
  });

  it("a permutation has every index once, and each place sees each index", () => {
    const rng = createRng("permutations");
    const seen = new Set<string>();
    for (let i = 0; i < 500; i++) {
      const order = rng.permutation(4);
      assert.deepEqual(order.toSorted(), [0, 1, 2, 3]);
      seen.add(order.join());
    }
    assert.equal(seen.size, 24);
    assert.deepEqual(rng.permutation(0), []);
  });

  it("vectors and matrices are fresh arrays of the sizes asked for", () => {
    const rng = createRng("arrays");
    assert.deepEqual(rng.vector(3, (index) => 10 * index), [0, 10, 20]); // prettier-ignore
    assert.deepEqual(rng.matrix(2, 3, (row, column) => 10 * row + column), [[0, 1, 2], [10, 11, 12]]); // prettier-ignore
    assert.deepEqual(rng.vector(0, () => 1), []); // prettier-ignore
  });

  it("picking from nothing is the author's mistake", () => {
    assert.throws(() => createRng("none").pick([]), RangeError);
  });
});

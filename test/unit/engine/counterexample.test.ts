import assert from "node:assert/strict";
import { numbersIn } from "#compare/numbers.ts";
import { drawCases } from "#engine/draw.ts";
import { smallestCounterexample } from "#engine/counterexample.ts";
import type { Exercise, Seed } from "#engine/ports.ts";
import { openSandbox } from "#sandbox/open.ts";
import { GradusError } from "#contract/errors.ts";
import type { Sandbox } from "#contract/sandbox.ts";
import type { Arguments } from "#contract/values.ts";
import { answer, fit, publicSeed, secretSeed, submission, type Replacements } from "./support.ts";

describe("the smallest counterexample", () => {
  let sandbox: Sandbox;
  before(async () => (sandbox = await openSandbox({ mode: "process" })));
  after(() => sandbox.close());

  async function find(
    name: string,
    replaced: Replacements,
    {
      seed = publicSeed,
      exercise = fit,
      fewest = 0,
      now = () => performance.now(),
    }: { seed?: Seed; exercise?: Exercise; fewest?: number; now?: () => number } = {},
  ) {
    const drawn = drawCases(exercise, seed);
    const expected = Object.fromEntries(
      Object.entries(drawn).map(([each, cases]) => [each, cases.map((one) => answer(each, one.args))]),
    );
    const source = submission(replaced);
    const oracle = {
      answers: (_: Exercise, each: string, lists: readonly Arguments[]) =>
        lists.some((args) => numbersIn(args).length < fewest)
          ? Promise.reject(new GradusError("reference-failed", "too few numbers"))
          : Promise.resolve(lists.map((args) => answer(each, args))),
      steps: () => Promise.resolve({ "w - x": [1] }),
    };
    const question = {
      exercise,
      submission: { fileName: "mine.ts", source },
      function: name,
      drawn,
      expected,
    };
    return smallestCounterexample(question, { sandbox, oracle, now });
  }

  const doubled = { loss: "(x: number[], w: number) => mean(x.map((v) => (w - v) ** 2))" };

  it("has few, short numbers, and the function is wrong on them", async () => {
    const found = await find("loss", doubled);
    assert.ok(found?.got.ok);
    assert.equal(found.args.flat().length, 2);
    for (const value of numbersIn(found.args)) assert.ok(String(value).length <= 3, String(value));
    assert.equal(found.got.value, 2 * (found.expected as number));
    assert.deepEqual(found.steps, { "w - x": [1] });
  });

  it("keeps as many numbers as it takes", async () => {
    const found = await find("best", {
      best: "(x: number[]) => x.toSorted((a, b) => a - b)[(x.length - 1) >> 1]",
    });
    assert.equal((found?.args[0] as number[]).length, 2);
  });

  it("is the same whenever it is asked for", async () => {
    assert.deepEqual(await find("loss", doubled), await find("loss", doubled));
  });

  it("is not one on which another slip would give the same", async () => {
    // w^2 - mean(x)^2 is w - mean(x) wherever they sum to 1, and its opposite at -1
    const slope = "(x: number[], w: number) => mean(x) - w";
    const confusable: Exercise = {
      ...fit,
      misconceptions: {
        ...fit.misconceptions,
        squares: {
          functions: ["slope"],
          recognisedBy: { kind: "outputs" },
          says: { en: "", ja: "" },
          look: { en: "", ja: "" },
        },
      },
      variants: () =>
        Promise.resolve([{ misconception: "squares", form: "", functions: { slope: (() => -2) as never } }]),
    };
    const plain = await find("slope", { slope });
    const found = await find("slope", { slope }, { exercise: confusable });
    assert.ok(plain?.got.ok && found?.got.ok);
    assert.notEqual(found.got.value, -2);
  });

  it("stays inside the domain that the exercise declares", async () => {
    const exercise: Exercise = {
      ...fit,
      domain: { loss: (x, w) => ((x as number[]).length < 3 ? null : [x, w]) },
    };
    const found = await find("loss", doubled, { exercise });
    assert.equal((found?.args[0] as number[]).length, 3);
  });

  it("is no input that the reference refuses", async () => {
    const found = await find("loss", doubled, { fewest: 3 });
    assert.equal(numbersIn(found?.args ?? []).length, 3);
  });

  it("goes wrong as the case did: what throws still throws, what is NaN is NaN", async () => {
    const thrown = await find("best", {
      best: "(x: number[]) => { if (x.length > 1) throw new Error('no'); return 0; }",
    });
    assert.ok(thrown !== null && !thrown.got.ok);
    assert.equal((thrown.args[0] as number[]).length, 2);
    const empty = await find("best", { best: "(x: number[]) => x.length > 2 ? NaN : 0" });
    assert.ok(empty?.got.ok);
    assert.ok(Number.isNaN(empty.got.value));
  });

  /** [what, function, the submission's functions] */
  const none: readonly (readonly [string, string, Replacements])[] = [
    ["a right function", "loss", {}],
    ["a function that is not there", "loss", { loss: null }],
    [
      "a changed argument and a right value",
      "best",
      { best: "(x: number[]) => { const m = mean(x); x[0] = 0; return m; }" },
    ],
    ["an endless loop", "best", { best: "() => { for (;;); }" }],
  ];
  for (const [what, name, replaced] of none)
    it(`there is none for ${what}`, async () => {
      assert.equal(await find(name, replaced), null);
    });

  it("ends with what it has when a smaller input does not come back", async () => {
    const found = await find("best", { best: "(x: number[]) => { while (x.length < 3); return 0; }" });
    assert.equal((found?.args[0] as number[]).length, 3);
  });

  it("is the best that was found while there was time, and no call is made after that", async () => {
    let ms = 0;
    // every frame of calls takes as long as all of them together may take
    const spent = await find("loss", doubled, { now: () => (ms += 5000) });
    assert.ok(spent !== null);
    assert.equal(numbersIn(spent.args).length, 4, "the smallest case as it is drawn: n-3, and w");
    assert.notDeepEqual(spent.args, (await find("loss", doubled))?.args);
  });

  it("under a secret seed starts from visible cases only", async () => {
    const onHidden = "(x: number[]) => x.length > 4 ? 0 : mean(x)";
    assert.equal(await find("best", { best: onHidden }, { seed: secretSeed }), null);
    assert.notEqual(await find("best", { best: onHidden }), null);
    const everywhere = await find("loss", doubled, { seed: secretSeed });
    const shown = drawCases(fit, secretSeed)["loss"]?.filter((one) => one.visible) ?? [];
    assert.ok(shown.some((one) => one.case.id === everywhere?.case));
  });
});

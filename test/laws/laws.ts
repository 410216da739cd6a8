import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { openEngine, publicSeed, type Engine } from "#compose/openEngine.ts";
import type { Rung } from "#contract/backend.ts";
import type { Examined } from "#verify/law.ts";
import { examine, holdTo, laws } from "#verify/verifyExercise.ts";

export const exercises = join(import.meta.dirname, "..", "..", "exercises");

/** Whatever lies there is held to the laws: a new exercise needs no entry here. */
export const exerciseIds: readonly string[] = readdirSync(exercises)
  .filter((id) => existsSync(join(exercises, id, "exercise.json")))
  .sort();

/** Those that depend on what computes the references; the others give the same wherever verdicts are equal. */
export const lawsOfRungs: readonly string[] = ["agreement", "batched", "device-work"];

/** Something else that must hold of every exercise. */
export interface Besides {
  readonly title: string;
  readonly check: (examined: Examined, engine: Engine) => Promise<void>;
}

/** One suite per rung, so that two of them run side by side. A rung that is not there fails its suite: nothing is skipped. */
export function describeLaws(rung: Rung, chosen: readonly string[], besides: readonly Besides[] = []): void {
  describe(`laws on ${rung}`, function () {
    this.timeout(300_000);
    let engine: Engine;
    before(async () => (engine = await openEngine({ rung, cache: "memory" })));
    after(() => engine.close());

    it("there are exercises to hold them to", () => {
      assert.notEqual(exerciseIds.length, 0);
      assert.equal(laws.filter((law) => chosen.includes(law.id)).length, chosen.length);
    });

    for (const id of exerciseIds)
      describe(id, () => {
        let examined: Examined;
        before(async () => (examined = await examinedAs(engine, id)));

        for (const law of laws.filter((one) => chosen.includes(one.id)))
          it(law.title, async () => {
            const rulings = await holdTo([law], examined);
            assert.deepEqual(
              rulings.flatMap((ruling) => ruling.failures),
              [],
            );
            assert.equal(rulings.length, 1);
          });
        for (const { title, check } of besides) it(title, () => check(examined, engine));
      });
  });
}

async function examinedAs(engine: Engine, id: string): Promise<Examined> {
  const { ports, references, oracle } = engine;
  const exercise = await engine.exercise(id);
  return await examine({
    folder: join(exercises, id),
    exercise,
    ports,
    references,
    oracle,
    seed: publicSeed,
  });
}

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { openEngine, publicSeed, type Engine } from "#compose/openEngine.ts";
import type { Rung } from "#contract/backend.ts";
import { laws, verifyExercise } from "#verify/verifyExercise.ts";

export const exercises = join(import.meta.dirname, "..", "..", "exercises");

/** Whatever lies there is held to the laws: a new exercise needs no entry here. */
export const exerciseIds: readonly string[] = readdirSync(exercises)
  .filter((id) => existsSync(join(exercises, id, "exercise.json")))
  .sort();

/** Those that depend on what computes the references; the others give the same wherever verdicts are equal. */
export const lawsOfRungs: readonly string[] = ["agreement", "batched", "device-work"];

/** One suite per rung, so that two of them run side by side. A rung that is not there fails its suite: nothing is skipped. */
export function describeLaws(rung: Rung, chosen: readonly string[]): void {
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
      for (const law of laws.filter((one) => chosen.includes(one.id)))
        it(`${id}: ${law.title}`, async () => {
          const means = {
            folder: join(exercises, id),
            exercise: await engine.exercise(id),
            ports: engine.ports,
            references: engine.references,
            oracle: engine.oracle,
            seed: publicSeed,
          };
          const rulings = await verifyExercise(means, [law]);
          assert.deepEqual(
            rulings.flatMap((ruling) => ruling.failures),
            [],
          );
          assert.equal(rulings.length, 1);
        });
  });
}

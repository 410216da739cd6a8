import { strict as assert } from "node:assert";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { bundledExercises } from "#catalog/folders.ts";
import { openEngine, publicSeed, type Engine } from "#compose/openEngine.ts";
import { readFigures, regressions } from "#verify/adequacy/figures.ts";
import { measureAdequacy } from "#verify/adequacy/measureAdequacy.ts";

/** Mutants of each exercise that are tried here, always the same; `npm run soak` tries all. */
const SAMPLE = 24;

const exercises = bundledExercises();
const ids = readdirSync(exercises).filter((id) => existsSync(join(exercises, id, "exercise.json")));

describe("the grader, graded: what adequacy.json says may only become better", () => {
  let engine: Engine;
  before(async () => (engine = await openEngine({ rung: "wasm" })));
  after(async () => engine.close());

  for (const id of ids)
    it(`${id}: ${SAMPLE} mutants, right answers, guesses, and the names of slips`, async function () {
      this.timeout(240_000);
      const folder = join(exercises, id);
      const before = await readFigures(folder);
      assert.ok(before, `run gradus verify --adequacy ${id}`);
      const exercise = await engine.exercise(id);
      const { ports, references, oracle } = engine;
      const { equivalent } = before.mutants;
      const now = await measureAdequacy(
        { folder, exercise, ports, references, oracle, seed: publicSeed },
        { mutants: SAMPLE, equivalent },
      );
      assert.equal(now.mutants.total, SAMPLE);
      assert.deepEqual(regressions(before, now), []);
    });
});

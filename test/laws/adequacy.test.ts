import { strict as assert } from "node:assert";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { bundledExercises } from "#catalog/folders.ts";
import { openEngine, publicSeed, type Engine } from "#compose/openEngine.ts";
import { readFigures, regressions } from "#verify/adequacy/figures.ts";
import { killMutants } from "#verify/adequacy/kill.ts";
import { nameAlternatives } from "#verify/adequacy/naming.ts";
import { examine } from "#verify/verifyExercise.ts";

/** Mutants of each exercise that are tried here, always the same; `npm run soak` tries all. */
const SAMPLE = 12;

const exercises = bundledExercises();
const ids = readdirSync(exercises).filter((id) => existsSync(join(exercises, id, "exercise.json")));

describe("the grader, graded: what adequacy.json says may only become better", () => {
  let engine: Engine;
  before(async () => (engine = await openEngine({ rung: "wasm" })));
  after(async () => engine.close());

  for (const id of ids)
    it(`${id}: ${SAMPLE} mutants, and the names of independent slips`, async function () {
      this.timeout(240_000);
      const folder = join(exercises, id);
      const before = await readFigures(folder);
      assert.ok(before, `run gradus verify --adequacy ${id}`);
      const exercise = await engine.exercise(id);
      const { ports, references, oracle } = engine;
      const sample = { mutants: SAMPLE, equivalent: before.mutants.equivalent };
      const examined = await examine({ folder, exercise, ports, references, oracle, seed: publicSeed });
      const mutants = await killMutants(examined, { ports, seed: publicSeed, sample });
      const naming = { ...before.naming, ...(await nameAlternatives(examined)) };
      // right answers, guesses and the misconceptions themselves are laws: right, gaming and named
      const now = { ...before, mutants, naming };
      assert.equal(now.mutants.total, SAMPLE);
      assert.deepEqual(regressions(before, now), []);
    });
});

/**
 * `npm run soak`: what takes too long for every change. Every mutant of every exercise is graded, and the figures are
 * compared with the adequacy.json files. The last line is `N passed, N failed`.
 */
import { strict as assert } from "node:assert";
import { join } from "node:path";
import { bundledExercises, exerciseIds } from "#catalog/folders.ts";
import { openEngine, publicSeed } from "#compose/openEngine.ts";
import { printFigures, readFigures, regressions } from "#verify/adequacy/figures.ts";
import { measureAdequacy } from "#verify/adequacy/measureAdequacy.ts";

const exercises = bundledExercises();
const ids = await exerciseIds(exercises);
const engine = await openEngine({ rung: "wasm" });
let failed = 0;
for (const id of ids) {
  const complaints = await complaintsAbout(id);
  if (complaints.length > 0) failed++;
  console.log([`${complaints.length === 0 ? "✓" : "✗"} ${id}`, ...complaints].join("\n    "));
}
await engine.close();
console.log(`${ids.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function complaintsAbout(id: string): Promise<readonly string[]> {
  const folder = join(exercises, id);
  const exercise = await engine.exercise(id);
  const { ports, references, oracle } = engine;
  const now = await measureAdequacy({ folder, exercise, ports, references, oracle, seed: publicSeed });
  const before = await readFigures(folder);
  assert.ok(before, `run gradus verify --adequacy ${id}`);
  const worse = regressions(before, now);
  if (worse.length > 0 || printFigures(before) === printFigures(now)) return worse;
  return [`adequacy.json is out of date: run gradus verify --adequacy ${id}`];
}

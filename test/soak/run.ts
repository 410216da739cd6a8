/**
 * `npm run soak`: what takes too long for every change. Every mutant of every exercise is graded, and the figures are
 * compared with the adequacy.json files; the walk through the pictures tells the whole story of each exercise that has one; then
 * all attacks are graded in one class, and a class is killed two hundred times. `npm run soak -- class`, `-- pictures`,
 * `-- hostile` or `-- adequacy` is one of them. The last line is
 * `N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import { strict as assert } from "node:assert";
import { join } from "node:path";
import { bundledExercises, exerciseIds } from "#catalog/folders.ts";
import { openEngine, publicSeed, type Engine } from "#compose/openEngine.ts";
import { printFigures, readFigures, regressions } from "#verify/adequacy/figures.ts";
import { measureAdequacy } from "#verify/adequacy/measureAdequacy.ts";

/** What to do, and whether it went well, by name. */
const parts = { adequacy, pictures, hostile, class: killClass };
const kills = "200";
const words = process.argv.slice(2);
const results: boolean[] = [];
for (const [name, part] of Object.entries(parts))
  if (words.length === 0 || words.includes(name)) results.push(...(await part()));
const passed = results.filter(Boolean).length;
console.log(`${passed} passed, ${results.length - passed} failed`);
process.exitCode = passed === results.length && passed > 0 ? 0 : 1;

async function adequacy(): Promise<readonly boolean[]> {
  const engine = await openEngine({ rung: "wasm" });
  const found: boolean[] = [];
  for (const id of await exerciseIds(bundledExercises())) {
    const complaints = await complaintsAbout(engine, id);
    found.push(complaints.length === 0);
    console.log([`${complaints.length === 0 ? "✓" : "✗"} ${id}`, ...complaints].join("\n    "));
  }
  await engine.close();
  return found;
}

/** The suite that looks at one exercise's picture in full in every run of the tests. */
function pictures(): readonly boolean[] {
  return [suite("vscode/pictures.test.ts", { GRADUS_PICTURES: "all" })];
}

/** The suite that grades half of the attacks together with honest students in every run of the tests. */
function hostile(): readonly boolean[] {
  return [suite("integration/class/hostile.test.ts", { GRADUS_ATTACKS: "all" })];
}

/** The suite that kills a class ten times in every run of the tests. */
function killClass(): readonly boolean[] {
  return [suite("integration/class/kills.test.ts", { GRADUS_KILLS: process.env["GRADUS_KILLS"] ?? kills })];
}

function suite(name: string, settings: Readonly<Record<string, string>>): boolean {
  const tests = join(import.meta.dirname, "..");
  const args = [join(tests, "run.ts"), join(tests, name)];
  return (
    spawnSync(process.execPath, args, { env: { ...process.env, ...settings }, stdio: "inherit" }).status === 0
  );
}

async function complaintsAbout(engine: Engine, id: string): Promise<readonly string[]> {
  const folder = join(bundledExercises(), id);
  const exercise = await engine.exercise(id);
  const { ports, references, oracle } = engine;
  const now = await measureAdequacy({ folder, exercise, ports, references, oracle, seed: publicSeed });
  const before = await readFigures(folder);
  assert.ok(before, `run gradus verify --adequacy ${id}`);
  const worse = regressions(before, now);
  if (worse.length > 0 || printFigures(before) === printFigures(now)) return worse;
  return [`adequacy.json is out of date: run gradus verify --adequacy ${id}`];
}

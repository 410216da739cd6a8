import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { exerciseIds } from "#catalog/folders.ts";
import { counterexamplesOf, rootsOf } from "#compose/counterexamples.ts";
import { openEngine, publicSeed, type Engine } from "#compose/openEngine.ts";
import { placesOf } from "#compose/places.ts";
import { grade } from "#engine/grade.ts";
import { summarise, type Benchmark, type Row } from "./benchmark.ts";
import { exerciseFolder } from "./packaged.ts";

/** What is asked for after a check that found a slip, in a warm engine: the first form of every slip once to warm up, once to measure. */
export default {
  async measure() {
    const engine = await openEngine({ rung: "wasm" });
    const rows: Row[] = [];
    for (const id of await exerciseIds(exerciseFolder)) rows.push(...(await rowsOf(engine, id)));
    await engine.close();
    return { title: "After a failed check: pointing at the slip, and the smallest counterexample", rows };
  },
} satisfies Benchmark;

async function rowsOf(engine: Engine, id: string): Promise<Row[]> {
  const exercise = await engine.exercise(id);
  const pointing: number[] = [];
  const shrinking: number[] = [];
  for (const round of ["warm up", "measure"])
    for (const slip of Object.keys(exercise.misconceptions)) {
      const source = await readFile(join(exerciseFolder, id, "misconceptions", `${slip}.ts`), "utf8");
      const submission = { fileName: "submission.ts", source };
      const seed = publicSeed();
      const report = await grade({ exercise, seed, submission }, engine.ports);
      const checked = { exercise, submission, seed, report };
      const started = performance.now();
      await placesOf(report, exercise, source);
      const placed = performance.now();
      await counterexamplesOf(checked, rootsOf(report).slice(0, 1), engine, engine.ports.sandbox);
      if (round === "warm up") continue;
      pointing.push(placed - started);
      shrinking.push(performance.now() - placed);
    }
  return [
    summarise(`${id}, where the slip stands`, pointing),
    summarise(`${id}, a counterexample`, shrinking),
  ];
}

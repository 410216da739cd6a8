import { existsSync } from "node:fs";
import { join } from "node:path";
import { courseIds } from "#catalog/courseOrder.ts";
import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import type { Rung } from "#contract/backend.ts";
import { GradusError } from "#contract/errors.ts";
import { verifyExercise, type Ruling } from "#verify/verifyExercise.ts";
import { openEngine, publicSeed, type Engine } from "#compose/openEngine.ts";

export interface VerifyOptions {
  readonly backend?: Rung;
  readonly exercises?: string;
  readonly json?: true;
  readonly adequacy?: true;
}

interface Result {
  readonly exercise: string;
  readonly rulings: readonly Ruling[];
}

/** Holds exercises against the laws and says, for each that does not hold, where and why. */
export async function verify(ids: readonly string[], options: VerifyOptions): Promise<void> {
  const exercises = options.exercises ?? bundledExercises();
  const engine = await openEngine({
    exercises,
    ...(options.backend === undefined ? {} : { rung: options.backend }),
  });
  const results: Result[] = [];
  try {
    if (options.adequacy === true) {
      await gradeTheGrader(engine, exercises, { ids, json: options.json === true });
      return;
    }
    for (const id of ids.length === 0 ? await courseIds(exercises) : ids) {
      const result = { exercise: id, rulings: await rule(engine, exercises, id) };
      results.push(result);
      if (options.json !== true)
        process.stdout.write(`${prose(result, engine.ports.expected.backend.rung)}\n`);
    }
  } finally {
    await engine.close();
  }
  if (options.json === true) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  const broken = results.some(({ rulings }) => rulings.some((one) => one.failures.length > 0));
  process.exitCode = broken ? 1 : 0;
}

/** Loaded only here: mutants are made with the TypeScript compiler, which nothing else of this command needs. */
async function gradeTheGrader(
  engine: Engine,
  exercises: string,
  { ids, json }: { readonly ids: readonly string[]; readonly json: boolean },
): Promise<void> {
  const { adequacy, isAdequate } = await import("./adequacy.ts");
  const print = (text: string): void => {
    if (!json) process.stdout.write(`${text}\n`);
  };
  const figures = await adequacy(engine, exercises, { ids, print });
  if (json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  process.exitCode = figures.every(isAdequate) ? 0 : 1;
}

async function rule(engine: Engine, exercises: string, id: string): Promise<readonly Ruling[]> {
  const folder = await exerciseFolder(exercises, id);
  if (!existsSync(join(folder, "solution.ts")))
    throw new GradusError(
      "usage",
      `${folder} has no solution.ts: verify needs an author's checkout, not a package.`,
    );
  try {
    const exercise = await engine.exercise(id);
    return await verifyExercise({
      folder,
      exercise,
      ports: engine.ports,
      references: engine.references,
      oracle: engine.oracle,
      seed: publicSeed,
    });
  } catch (error) {
    if (!(error instanceof GradusError)) throw error;
    return [{ law: "loads", title: "the folder can be loaded", failures: [error.message] }];
  }
}

function prose({ exercise, rulings }: Result, rung: Rung): string {
  const lines = rulings.map(({ law, title, failures }) =>
    [
      `  ${failures.length === 0 ? "✓" : "✗"} ${law.padEnd(12)} ${title}`,
      ...failures.map((text) => `      ${text}`),
    ].join("\n"),
  );
  return [`${exercise} on ${rung}`, ...lines].join("\n");
}

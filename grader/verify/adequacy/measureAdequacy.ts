import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { right } from "../laws/right.ts";
import { examine, type Means } from "../verifyExercise.ts";
import type { Figures } from "./figures.ts";
import { tryGuesses } from "./guesses.ts";
import { killMutants, type Sample } from "./kill.ts";
import { nameAlternatives, nameMisconceptions } from "./naming.ts";

/**
 * Grades the grader: mutants of the solution, right solutions, guesses, and wrong answers whose slip is known. With `sample`
 * only some mutants are tried, always the same ones.
 */
export async function measureAdequacy(means: Means, sample?: Sample): Promise<Figures> {
  const examined = await examine(means);
  const { ports, seed, folder } = means;
  return {
    exercise: examined.exercise.manifest.id,
    mutants: await killMutants(examined, { ports, seed, ...(sample === undefined ? {} : { sample }) }),
    right: { files: await countRight(folder), rejected: await right.failures(examined) },
    guesses: await tryGuesses(examined, { ports, seed }),
    naming: { ...(await nameAlternatives(examined)), own: await nameMisconceptions(examined) },
  };
}

/** The solution and every file beside it that says the same in another way. */
async function countRight(folder: string): Promise<number> {
  const names = await readdir(join(folder, "alternatives", "right")).catch(() => []);
  return 1 + names.filter((name) => name.endsWith(".ts")).length;
}

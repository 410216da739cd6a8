import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { GradusError } from "#contract/errors.ts";
import { defaults } from "#contract/exercise.ts";
import type { Report } from "#contract/report.ts";
import { grade } from "#engine/grade.ts";
import { PUBLIC_SEED, type Exercise, type Ports, type Seed } from "#engine/ports.ts";
import type { Examined } from "../law.ts";
import { isEquivalent, questionsOf } from "./equivalence.ts";
import { mutantsOf, sampleOf, type Mutant } from "./mutate.ts";

/** CPU time of one call: a loop without an end costs a mutant no more. The solution itself must do with it. */
const MUTANT_CPU_MS = 100;

export interface Kills {
  readonly total: number;
  readonly killed: number;
  /** Full marks, and the solution's answers on a thousand inputs of every function and all extreme ones. */
  readonly equivalent: readonly string[];
  /** Full marks, and another answer somewhere: a hole in the cases. */
  readonly survivors: readonly string[];
}

interface Means {
  readonly ports: Ports;
  readonly seed: (value: string) => Seed;
  readonly sample?: Sample;
}

/** Some of the mutants only, for a test that must not take long. */
export interface Sample {
  /** How many, chosen by their hash. */
  readonly mutants: number;
  /** Equivalent ones that were shown to be so before. */
  readonly equivalent: readonly string[];
}

/** Grades every mutant of an exercise's solution; one that keeps full marks is held against the solution. */
export async function killMutants(examined: Examined, means: Means): Promise<Kills> {
  const solution = await readFile(join(examined.folder, "solution.ts"), "utf8");
  const starter = await readFile(join(examined.folder, "starter.ts"), "utf8");
  const exercise = inHaste(examined.exercise);
  const graded = (source: string): Promise<Report> =>
    grade(
      { exercise, seed: means.seed(PUBLIC_SEED), submission: { fileName: "mutant.ts", source } },
      means.ports,
    );
  if (!hasFullMarks(await graded(solution)))
    throw new GradusError(
      "exercise-invalid",
      `${examined.folder}: the solution has no full marks in ${MUTANT_CPU_MS} ms.`,
    );
  const all = mutantsOf(solution, starter);
  const chosen = means.sample === undefined ? all : sampleOf(all, means.sample.mutants);
  const alive: Mutant[] = [];
  for (const mutant of chosen) if (hasFullMarks(await graded(mutant.source))) alive.push(mutant);
  const shown = means.sample?.equivalent ?? [];
  const open = alive.filter((mutant) => !shown.includes(mutant.id));
  const found = await equivalentOnes(examined, means.ports, open);
  const equivalent = alive.filter((mutant) => !open.includes(mutant) || found.includes(mutant));
  return {
    total: chosen.length,
    killed: chosen.length - alive.length,
    equivalent: idsOf(equivalent),
    survivors: idsOf(alive.filter((mutant) => !equivalent.includes(mutant))),
  };
}

async function equivalentOnes(
  examined: Examined,
  { sandbox }: Ports,
  alive: readonly Mutant[],
): Promise<readonly Mutant[]> {
  const equivalent: Mutant[] = [];
  const questions = alive.length === 0 ? [] : questionsOf(examined);
  for (const mutant of alive) {
    await sandbox.load({ fileName: "mutant.ts", source: mutant.source }, { cpuMs: defaults.cpuMs });
    if (await isEquivalent(sandbox, questions, defaults.cpuMs)) equivalent.push(mutant);
  }
  return equivalent;
}

function inHaste(exercise: Exercise): Exercise {
  const functions = exercise.manifest.functions.map((spec) => ({ ...spec, cpuMs: MUTANT_CPU_MS }));
  return { ...exercise, manifest: { ...exercise.manifest, functions } };
}

function hasFullMarks(report: Report): boolean {
  return report.functions.every((one) => one.status === "passed");
}

function idsOf(mutants: readonly Mutant[]): readonly string[] {
  return mutants.map((one) => one.id).toSorted();
}

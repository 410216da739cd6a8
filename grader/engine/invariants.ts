import { createRng } from "#sdk/random.ts";
import type { InvariantOutcome, Outcome } from "./outcome.ts";
import { valueFault } from "./outcome.ts";
import type { AnyInvariant, Exercise, Seed, StudentFunctions } from "./ports.ts";
import { holds } from "./student.ts";

/** Tries the invariants of one function; one that has no value to judge is not tried and counts as not holding. */
export async function tryInvariants(
  exercise: Exercise,
  seed: Seed,
  outcome: Outcome,
  student: StudentFunctions,
): Promise<readonly InvariantOutcome[]> {
  const results: InvariantOutcome[] = [];
  const callable = outcome.exported === "function" && !outcome.skipped && valueFault(outcome) === null;
  for (const invariant of exercise.invariants) {
    if (invariant.function !== outcome.spec.name) continue;
    const result = callable && (await tryOne(exercise, seed, invariant, student));
    results.push({ id: invariant.id, kind: invariant.kind, holds: result });
  }
  return results;
}

async function tryOne(exercise: Exercise, seed: Seed, invariant: AnyInvariant, student: StudentFunctions) {
  const stream = `${exercise.manifest.id}:${seed.value}:invariant:${invariant.function}:${invariant.id}`;
  return holds(async () => invariant.holds(student, createRng(stream)));
}

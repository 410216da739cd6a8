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
  const callable = outcome.exported === "function" && !outcome.skipped && valueFault(outcome) === null;
  const own = exercise.invariants.filter((invariant) => invariant.function === outcome.spec.name);
  return await Promise.all(
    own.map(async (invariant) => ({
      id: invariant.id,
      kind: invariant.kind,
      holds: callable && (await tryOne(exercise, seed, invariant, student)),
    })),
  );
}

async function tryOne(exercise: Exercise, seed: Seed, invariant: AnyInvariant, student: StudentFunctions) {
  const stream = `${exercise.manifest.id}:${seed.value}:invariant:${invariant.function}:${invariant.id}`;
  return holds(async () => invariant.holds(student, createRng(stream)));
}

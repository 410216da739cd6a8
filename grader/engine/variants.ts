import type { Answer, Candidate } from "#diagnose/misconceptions.ts";
import { mapNumbers } from "#compare/numbers.ts";
import type { Arguments, Value } from "#contract/values.ts";
import type { DrawnCase, Exercise, Variant } from "./ports.ts";

/** The misconceptions that can live in a function, with what their variants answer on these cases. */
export async function candidatesFor(
  exercise: Exercise,
  name: string,
  drawn: readonly DrawnCase[],
): Promise<readonly Candidate[]> {
  const known = answersOf(exercise, drawn);
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const variants = await exercise.variants();
  const candidates = Object.entries(exercise.misconceptions)
    .filter(([, manifest]) => manifest.functions.includes(name))
    .map(([id, { recognisedBy }]) => ({
      id,
      recognisedBy,
      forms: variants
        .filter((one) => one.misconception === id)
        .map((variant) => answer(variant, name, drawn)),
    }));
  known.set(name, candidates);
  return candidates;
}

/** Answers live as long as the drawn cases they were computed on: a warm engine computes them once per seed. */
const remembered = new WeakMap<Exercise, WeakMap<readonly DrawnCase[], Map<string, readonly Candidate[]>>>();

function answersOf(exercise: Exercise, drawn: readonly DrawnCase[]): Map<string, readonly Candidate[]> {
  const ofExercise =
    remembered.get(exercise) ?? new WeakMap<readonly DrawnCase[], Map<string, readonly Candidate[]>>();
  remembered.set(exercise, ofExercise);
  const ofCases = ofExercise.get(drawn) ?? new Map<string, readonly Candidate[]>();
  ofExercise.set(drawn, ofCases);
  return ofCases;
}

function answer(variant: Variant, name: string, drawn: readonly DrawnCase[]): readonly Answer[] {
  // cost cases exist to be impossible for some variants
  return drawn.map((one) => (one.case.kind === "cost" ? null : answerOf(variant, name, one.args)));
}

/** Variants are authors' code and trusted; they get copies, since some of them change their arguments. */
export function answerOf({ functions }: Variant, name: string, args: Arguments): Answer {
  const run = functions[name];
  if (run === undefined) return null;
  try {
    return { value: run(...(mapNumbers(args, (value) => value) as Arguments)) as Value };
  } catch {
    return null;
  }
}

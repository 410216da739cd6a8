import type { Arguments } from "#contract/values.ts";
import { createRng } from "#sdk/random.ts";
import { roundToFloat32 } from "#sdk/shapes.ts";
import { PUBLIC_SEED, type AnyCase, type Drawn, type DrawnCase, type Exercise, type Seed } from "./ports.ts";

/**
 * Draws every case's arguments. Each case has a stream of its own, so that adding one changes no other.
 * Under a secret seed the visible cases keep the public one: they may be shown, and must not tell anything of the secret.
 */
export function drawCases(exercise: Exercise, seed: Seed): Drawn {
  const ofExercise = drawnBefore.get(exercise) ?? new Map<string, Drawn>();
  drawnBefore.set(exercise, ofExercise);
  const key = `${seed.kind} ${seed.value}`;
  const drawn = ofExercise.get(key) ?? drawAll(exercise, seed);
  ofExercise.delete(key);
  ofExercise.set(key, drawn); // the latest last
  const [oldest] = ofExercise.keys();
  if (ofExercise.size > SEEDS_KEPT && oldest !== undefined) ofExercise.delete(oldest);
  return drawn;
}

/** A warm engine draws a seed once; with a seed per student only the latest few are kept. */
const SEEDS_KEPT = 4;
const drawnBefore = new WeakMap<Exercise, Map<string, Drawn>>();

function drawAll(exercise: Exercise, seed: Seed): Drawn {
  return Object.fromEntries(
    exercise.manifest.functions.map(({ name }) => [
      name,
      (exercise.cases[name] ?? []).map((one) => drawCase(exercise, seed, name, one)),
    ]),
  );
}

function drawCase(exercise: Exercise, seed: Seed, name: string, one: AnyCase): DrawnCase {
  const visible = seed.kind === "public" || one.visible === true;
  const stream = seed.kind !== "public" && visible ? PUBLIC_SEED : seed.value;
  return {
    case: one,
    visible,
    args: argumentsOf(one, `${exercise.manifest.id}:${stream}:${name}:${one.id}`),
  };
}

/** The same case with other numbers, as often as is wanted: on these a function's dependence on its arguments is tried. */
export function redraw(
  exercise: Exercise,
  seed: Seed,
  { name, one, time }: { readonly name: string; readonly one: AnyCase; readonly time: "again" | "once more" },
): Arguments {
  return argumentsOf(one, `${exercise.manifest.id}:${seed.value}:${name}:${one.id}:${time}`);
}

function argumentsOf(one: AnyCase, stream: string): Arguments {
  const args = one.make(createRng(stream));
  return one.float64 === true ? args : roundToFloat32(args);
}

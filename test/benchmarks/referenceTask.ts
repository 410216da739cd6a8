import { join } from "node:path";
import type { Arguments } from "#contract/values.ts";
import { exerciseFolder } from "#catalog/folders.ts";
import { loadExercise } from "#catalog/loadExercise.ts";
import type { AnyCase } from "#engine/ports.ts";
import { createRng } from "#sdk/random.ts";
import { roundToFloat32 } from "#sdk/shapes.ts";

/** One function's expected values for many instances, a seed each, and the float64 solution that gives the same in loops. */
export interface Task {
  readonly what: string;
  readonly name: string;
  readonly referencePath: string;
  readonly args: readonly Arguments[];
  readonly solve: (...args: readonly unknown[]) => unknown;
}

/** The heaviest function of each exercise: the one in which a device has the most to do. */
export const heaviest: Readonly<Record<string, string>> = {
  backprop: "backward",
  "ddpm-loss": "noisySample",
  elbo: "negElboGradient",
  "gaussian-mle": "negLogLikelihood",
  "rbm-cd1": "cd1Gradient",
};

/** Drawing takes longer than computing: beyond these, instances come again. */
const distinct = 10_000;

export async function openTask(exercises: string, id: string, instances: number): Promise<Task> {
  const folder = await exerciseFolder(exercises, id);
  const exercise = await loadExercise(folder);
  const solution = (await import(join(folder, "solution.ts"))) as Readonly<Record<string, Task["solve"]>>;
  const name = heaviest[id] ?? "";
  const solve = solution[name];
  // the largest of the cases
  const one = exercise.cases[name]?.filter((each) => each.kind === "value").at(-1);
  if (solve === undefined || one === undefined) throw new Error(`${id} has no ${name} to measure`);
  const drawn = Array.from({ length: Math.min(instances, distinct) }, (_, index) =>
    draw(one, `benchmark:${String(index)}`),
  );
  const args = Array.from({ length: instances }, (_, index) => drawn[index % distinct] ?? []);
  return { what: `${id} ${name}`, name, referencePath: exercise.referencePath, args, solve };
}

export function first(task: Task, instances: number): Task {
  return { ...task, args: task.args.slice(0, instances) };
}

export function timeLoops({ args, solve }: Task): number {
  const start = performance.now();
  for (const list of args) solve(...list);
  return performance.now() - start;
}

function draw(one: AnyCase, seed: string): Arguments {
  const args = one.make(createRng(seed));
  return one.float64 === true ? args : roundToFloat32(args);
}

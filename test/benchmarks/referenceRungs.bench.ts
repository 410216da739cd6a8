import { join } from "node:path";
import { rungs, type References, type Rung } from "#contract/backend.ts";
import type { Arguments } from "#contract/values.ts";
import { exerciseFolder as folderOf } from "#catalog/folders.ts";
import { loadExercise } from "#catalog/loadExercise.ts";
import type { AnyCase } from "#engine/ports.ts";
import { openReferences } from "#references/openReferences.ts";
import { probeRungs } from "#references/probe.ts";
import { createRng } from "#sdk/random.ts";
import { roundToFloat32 } from "#sdk/shapes.ts";
import { compared, summarise, type Benchmark, type Row } from "./benchmark.ts";
import { exerciseFolder } from "./packaged.ts";

const instances = 10_000;
const rounds = 2;

/** The heaviest function of each exercise: the one in which a device has the most to do. */
const functions: Readonly<Record<string, string>> = {
  backprop: "backward",
  "ddpm-loss": "noisySample",
  elbo: "negElboGradient",
  "gaussian-mle": "negLogLikelihood",
  "rbm-cd1": "cd1Gradient",
};

interface Task {
  readonly what: string;
  readonly name: string;
  readonly referencePath: string;
  readonly args: readonly Arguments[];
  readonly solve: (...args: readonly unknown[]) => unknown;
}

/** Expected values for a class of ten thousand, a seed each: one batch on each rung, against the float64 solution's loops. */
export default {
  async measure() {
    const tasks = await Promise.all(Object.entries(functions).map(([id, name]) => task(id, name)));
    const open = await openRungs();
    const rows: Row[] = [];
    for (const one of tasks) rows.push(...(await compare(one, open)));
    const notes = [...open].map(
      ([rung, found]) => `${rung}: ${typeof found === "string" ? found : found.backend.device}`,
    );
    for (const found of open.values()) if (typeof found !== "string") await found.close();
    const title = `Expected values of ${String(instances)} instances from a reference process, transport included`;
    return { title, rows, notes };
  },
} satisfies Benchmark;

async function openRungs(): Promise<ReadonlyMap<Rung, References | string>> {
  const open = new Map<Rung, References | string>();
  for (const probe of await probeRungs({ allowSoftware: true })) {
    const { rung } = probe;
    open.set(rung, probe.ok ? await openReferences({ rung, allowSoftware: true }) : probe.why);
  }
  return open;
}

async function task(id: string, name: string): Promise<Task> {
  const folder = await folderOf(exerciseFolder, id);
  const exercise = await loadExercise(folder);
  const solution = (await import(join(folder, "solution.ts"))) as Readonly<Record<string, Task["solve"]>>;
  const solve = solution[name];
  // the largest of the cases
  const one = exercise.cases[name]?.filter((each) => each.kind === "value").at(-1);
  if (solve === undefined || one === undefined) throw new Error(`${id} has no ${name} to measure`);
  const args = Array.from({ length: instances }, (_, index) => draw(one, `benchmark:${String(index)}`));
  return { what: `${id} ${name}`, name, referencePath: exercise.referencePath, args, solve };
}

function draw(one: AnyCase, seed: string): Arguments {
  const args = one.make(createRng(seed));
  return one.float64 === true ? args : roundToFloat32(args);
}

async function compare(one: Task, open: ReadonlyMap<Rung, References | string>): Promise<Row[]> {
  const loops: number[] = [];
  const times = new Map<Rung, number[]>(rungs.map((rung) => [rung, []]));
  await warmUp(one, open);
  for (let round = 0; round < rounds; round++) {
    loops.push(timeLoops(one));
    for (const [rung, references] of open)
      if (typeof references !== "string") times.get(rung)?.push(await timeRung(one, references));
  }
  const solution = summarise(`${one.what}, float64 loops`, loops);
  const measured = [...times].filter(([, samples]) => samples.length > 0);
  return [
    solution,
    ...measured.map(([rung, samples]) => compared(summarise(`${one.what}, ${rung}`, samples), solution)),
  ];
}

/** Loads the reference and compiles its shaders, with few instances, and warms the loops. */
async function warmUp(one: Task, open: ReadonlyMap<Rung, References | string>): Promise<void> {
  const few = { ...one, args: one.args.slice(0, 500) };
  timeLoops(one);
  for (const references of open.values()) if (typeof references !== "string") await timeRung(few, references);
}

function timeLoops({ args, solve }: Task): number {
  const start = performance.now();
  for (const list of args) solve(...list);
  return performance.now() - start;
}

async function timeRung({ args, name, referencePath }: Task, references: References): Promise<number> {
  const start = performance.now();
  await references.compute(referencePath, [{ function: name, instances: args }]);
  return performance.now() - start;
}

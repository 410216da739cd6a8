import { rungs, type References, type Rung } from "#contract/backend.ts";
import { openReferences } from "#references/openReferences.ts";
import { probeRungs } from "#references/probe.ts";
import { compared, summarise, type Benchmark, type Row } from "./benchmark.ts";
import { exerciseFolder } from "./packaged.ts";
import { first, heaviest, openTask, timeLoops, type Task } from "./referenceTask.ts";

const instances = 10_000;
const rounds = 2;

/** Expected values for a class of ten thousand, a seed each: one batch on each rung, against the float64 solution's loops. */
export default {
  async measure() {
    const ids = Object.keys(heaviest);
    const tasks = await Promise.all(ids.map((id) => openTask(exerciseFolder, id, instances)));
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
  timeLoops(one);
  for (const references of open.values())
    if (typeof references !== "string") await timeRung(first(one, 500), references);
}

async function timeRung({ args, name, referencePath }: Task, references: References): Promise<number> {
  const start = performance.now();
  await references.compute(referencePath, [{ function: name, instances: args }]);
  return performance.now() - start;
}

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Rung } from "#contract/backend.ts";
import { buildHost, hostBundle } from "#references/hostBundle.ts";
import { openReferences } from "#references/openReferences.ts";
import { probeRungs } from "#references/probe.ts";
import { compared, summarise, type Benchmark, type Row } from "./benchmark.ts";
import { exerciseFolder } from "./packaged.ts";
import type { Parts } from "./referenceParts.ts";
import { heaviest, openTask } from "./referenceTask.ts";

const sizes = [1_000, 10_000, 100_000];
const rounds = 2;
const large = 50_000; // from here on one round says enough
const heapMb = 12_000; // a hundred thousand instances lie in memory as arrays of numbers

/** How the size of a batch pays off on each rung, and what of the time is transport. Minutes, and gigabytes of memory. */
export default {
  onlyByName: true,
  async measure() {
    const program = join(await hostBundle(), "..", `parts-${String(process.pid)}.mjs`);
    await buildHost(program, { entry: join(import.meta.dirname, "referenceParts.ts") });
    const rows: Row[] = [];
    const notes: string[] = [];
    for (const probe of await probeRungs({ allowSoftware: true })) {
      notes.push(`${probe.rung}: ${probe.ok ? probe.backend.device : probe.why}`);
      if (probe.ok) rows.push(...(await measureRung(program, probe.rung)));
    }
    return { title: "Expected values by the size of the batch, against float64 loops", rows, notes };
  },
} satisfies Benchmark;

async function measureRung(program: string, rung: Rung): Promise<Row[]> {
  const transported = await timeTransported(rung);
  const rows: Row[] = [];
  for (const { exercise, instances, ...parts } of await timeParts(program, rung)) {
    const what = `${exercise} ${heaviest[exercise] ?? ""} x ${String(instances)}`;
    const loops = summarise(`${what}, float64 loops`, parts.loops);
    const all = transported.get(keyOf(exercise, instances)) ?? [];
    rows.push(
      loops,
      compared(summarise(`${what}, ${rung}, transport included`, all), loops),
      compared(summarise(`${what}, ${rung}, in one process`, parts.here), loops),
      compared(summarise(`${what}, ${rung}, compute and read back`, parts.device), loops),
    );
  }
  return rows;
}

async function timeParts(program: string, rung: Rung): Promise<Parts[]> {
  const heap = `--max-old-space-size=${String(heapMb)}`;
  const list = [heap, program, rung, exerciseFolder, sizes.join(",")];
  const { stdout } = await promisify(execFile)(process.execPath, list, { maxBuffer: 2 ** 24 });
  const lines = stdout.trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Parts);
}

/** As a grade asks for them: from a reference process, in JSON. */
async function timeTransported(rung: Rung): Promise<ReadonlyMap<string, number[]>> {
  const references = await openReferences({ rung, allowSoftware: true });
  const times = new Map<string, number[]>();
  for (const id of Object.keys(heaviest)) {
    const { name, referencePath, args } = await openTask(exerciseFolder, id, Math.max(...sizes));
    const compute = async (count: number): Promise<number> => {
      const start = performance.now();
      await references.compute(referencePath, [{ function: name, instances: args.slice(0, count) }]);
      return performance.now() - start;
    };
    await compute(500);
    for (const size of sizes) {
      const samples: number[] = [];
      for (let round = 0; round < (size < large ? rounds : 1); round++) samples.push(await compute(size));
      times.set(keyOf(id, size), samples);
    }
  }
  await references.close();
  return times;
}

function keyOf(exercise: string, instances: number): string {
  return `${exercise} x ${String(instances)}`;
}

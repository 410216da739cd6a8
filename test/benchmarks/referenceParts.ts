/**
 * Bundled as the reference process is, and started once for each rung: `<rung> <exercises> <sizes>`. Prints, as one line of JSON
 * for each function and size, what the work takes where the tensors are, with no other process to talk to.
 */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import type { Rung } from "#contract/backend.ts";
import type { FunctionReference, Tensor } from "#sdk/reference.ts";
import { computeBatch } from "#references/host/computeBatch.ts";
import { openRung } from "#references/host/ladder.ts";
import { loadReference, pickFunction } from "#references/host/loadReference.ts";
import { stack } from "#references/host/tensors.ts";
import { first, heaviest, openTask, timeLoops, type Task } from "./referenceTask.ts";

/** Milliseconds, a number for each round. */
export interface Parts {
  readonly exercise: string;
  readonly instances: number;
  /** The float64 solution. */
  readonly loops: readonly number[];
  /** From inputs to expected values: prepare, lay out, upload, compute, read back, split, finish. */
  readonly here: readonly number[];
  /** Compute and read back, the inputs being on the device. */
  readonly device: readonly number[];
}

const rounds = 3;
/** From here on one round says enough. */
const large = 50_000;

const [rung = "", exercises = "", sizes = ""] = process.argv.slice(2);
tf.env().set("PROD", true);
await openRung(tf, { rung: rung as Rung, allowSoftware: true });
const instances = sizes.split(",").map(Number);
for (const id of Object.keys(heaviest)) {
  const task = await openTask(exercises, id, Math.max(...instances));
  for (const size of instances)
    process.stdout.write(`${JSON.stringify(await measure(id, first(task, size)))}\n`);
}
process.exit(0); // a driver may hold the event loop

async function measure(exercise: string, task: Task): Promise<Parts> {
  const { functions } = await loadReference(task.referencePath);
  const place = { exercise, function: task.name };
  const reference = pickFunction(functions, place);
  const here = async (): Promise<void> => {
    await computeBatch({ tf, place, reference }, task.args);
  };
  const device = onDevice(reference, task);
  await here();
  await device.run();
  timeLoops(task);
  const samples = { loops: [] as number[], here: [] as number[], device: [] as number[] };
  for (let round = 0; round < (task.args.length < large ? rounds : 1); round++) {
    samples.loops.push(timeLoops(task));
    samples.here.push(await timed(here));
    samples.device.push(await timed(device.run));
  }
  device.dispose();
  return { exercise, instances: task.args.length, ...samples };
}

/** All instances in one launch. The first run uploads. */
function onDevice(reference: FunctionReference, { name, args }: Task) {
  const prepared = args.map((list) => reference.prepare(...list));
  const names = Object.keys(prepared[0]?.tensors ?? {});
  const tensors = Object.fromEntries(
    names.map((tensor): [string, Tensor] => {
      const values = prepared.map((one) => one.tensors[tensor] ?? Number.NaN);
      const { data, shape } = stack({ exercise: "benchmark", function: name }, tensor, values);
      return [tensor, tf.tensor(data, [args.length, ...shape], "float32")];
    }),
  );
  return {
    run: async (): Promise<void> => {
      const computed = tf.tidy(() => ({ ...reference.compute(tf, tensors, prepared[0]?.statics) }));
      await Promise.all(Object.values(computed).map((tensor) => tensor.data()));
      tf.dispose(computed);
    },
    dispose: (): void => {
      tf.dispose(tensors);
    },
  };
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

import type { Arguments, Value } from "#contract/values.ts";
import type { FunctionReference, NestedNumbers, Prepared, Tensor, TensorFlow } from "#sdk/reference.ts";
import { inPart, referenceFailed, type Place } from "./place.ts";
import { stack, unstack, type Stacked } from "./tensors.ts";

export interface Work {
  readonly tf: TensorFlow;
  readonly place: Place;
  readonly reference: FunctionReference;
}

type Instance = Prepared<Readonly<Record<string, NestedNumbers>>, unknown, unknown>;
type Outputs = Readonly<Record<string, NestedNumbers>>;

/** What one launch may allocate on the device. A class of thousands is split into launches of this size. */
const launchBytes = 256 * 2 ** 20;
/** The first launch is small: what it allocates tells how many instances the next ones may have. */
const firstInstances = 256;
const firstElements = 2 ** 20;
/**
 * WebGPU starts at most 65,535 workgroups along an axis, and a batched product starts one for each matrix: this leaves room for
 * eight matrices in an instance.
 */
const mostInstances = 2 ** 13;

/** The expected value of every instance, in order: prepare each, compute all at once, finish each. */
export async function computeBatch(work: Work, instances: readonly Arguments[]): Promise<Value[]> {
  const { place, reference } = work;
  const prepared = inPart(place, "prepare", () => instances.map((args) => reference.prepare(...args)));
  checkStatics(place, prepared);
  const outputs = await computeInLaunches(work, prepared);
  return inPart(place, "finish", () =>
    prepared.map((instance, index) => reference.finish(outputs[index] ?? {}, instance.kept) as Value),
  );
}

async function computeInLaunches(work: Work, prepared: readonly Instance[]): Promise<Outputs[]> {
  const outputs: Outputs[] = [];
  let count = firstCount(prepared[0]);
  while (outputs.length < prepared.length) {
    const part = prepared.slice(outputs.length, outputs.length + count);
    const launched = await launch(work, part);
    outputs.push(...launched.outputs);
    const held = Math.floor((launchBytes / launched.bytes) * part.length);
    count = Math.max(1, Math.min(mostInstances, held));
  }
  return outputs;
}

interface Launched {
  readonly outputs: Outputs[];
  readonly bytes: number; // what inputs, intermediates and outputs took together
}

/** One launch: upload, compute, read back, split. Up to the first await nothing waits for the device. */
async function launch({ tf, place, reference }: Work, part: readonly Instance[]): Promise<Launched> {
  const stacked = stackAll(place, part);
  const before = tf.memory();
  let bytes = 1;
  const computed = tf.tidy(() => {
    const tensors = upload(tf, stacked, part.length);
    const result = inPart(place, "compute", () => reference.compute(tf, tensors, part[0]?.statics));
    checkOutputs({ tf, place, reference }, result, part.length);
    bytes = Math.max(bytes, tf.memory().numBytes - before.numBytes);
    return { ...result };
  });
  try {
    const kept = tf.memory().numTensors - before.numTensors - new Set(Object.values(computed)).size;
    if (kept !== 0) throw referenceFailed(place, `compute leaves ${kept} tensors behind; it must keep none`);
    return { outputs: await readBack(computed, part.length), bytes };
  } finally {
    tf.dispose(computed);
  }
}

function upload(
  tf: TensorFlow,
  stacked: Readonly<Record<string, Stacked>>,
  instances: number,
): Record<string, Tensor> {
  const entries = Object.entries(stacked);
  return Object.fromEntries(
    entries.map(([name, { data, shape }]) => [name, tf.tensor(data, [instances, ...shape], "float32")]),
  );
}

async function readBack(computed: Readonly<Record<string, Tensor>>, instances: number): Promise<Outputs[]> {
  const columns = await Promise.all(
    Object.entries(computed).map(async ([name, tensor]) => ({
      name,
      values: unstack(await tensor.data(), tensor.shape),
    })),
  );
  return Array.from({ length: instances }, (_, instance) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[instance] ?? Number.NaN])),
  );
}

function stackAll(place: Place, part: readonly Instance[]): Record<string, Stacked> {
  const names = Object.keys(part[0]?.tensors ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const values = part.map(({ tensors }, instance) => {
        const value = tensors[name];
        if (value !== undefined) return value;
        throw referenceFailed(place, `prepare gives no tensor "${name}" for instance ${String(instance)}`);
      });
      return [name, stack(place, name, values)];
    }),
  );
}

function firstCount(instance: Instance | undefined): number {
  const elements = Object.values(instance?.tensors ?? {}).reduce<number>(
    (sum, value) => sum + countNumbers(value),
    1,
  );
  return Math.max(1, Math.min(firstInstances, Math.floor(firstElements / elements)));
}

function countNumbers(value: NestedNumbers): number {
  return Array.isArray(value)
    ? (value as readonly NestedNumbers[]).reduce<number>((sum, part) => sum + countNumbers(part), 0)
    : 1;
}

function checkStatics(place: Place, prepared: readonly Instance[]): void {
  const first = JSON.stringify(prepared[0]?.statics);
  const different = prepared.findIndex(({ statics }) => JSON.stringify(statics) !== first);
  if (different < 0) return;
  const found = JSON.stringify(prepared[different]?.statics);
  throw referenceFailed(
    place,
    `statics must be equal for all instances; 0 has ${first}, ${String(different)} has ${found}`,
  );
}

function checkOutputs({ tf, place }: Work, result: unknown, instances: number): void {
  if (typeof result !== "object" || result === null || result instanceof Promise) {
    throw referenceFailed(place, "compute must return a record of tensors");
  }
  for (const [name, tensor] of Object.entries(result as Record<string, unknown>)) {
    if (!isTensor(tf, tensor)) throw referenceFailed(place, `compute's "${name}" is no tensor`);
    if (tensor.shape[0] === instances) continue;
    const shape = `[${tensor.shape.join(", ")}]`;
    throw referenceFailed(
      place,
      `compute's "${name}" has shape ${shape}; its first axis must be the ${instances} instances`,
    );
  }
}

function isTensor(tf: TensorFlow, value: unknown): value is Tensor {
  return value instanceof tf.Tensor;
}

import type { DataId, KernelConfig, NamedTensorInfoMap, TensorInfo } from "@tensorflow/tfjs-core";
import type { TensorFlow } from "#sdk/reference.ts";

/** What backends with synchronous memory offer; the type that tfjs declares for them leaves most of it out. */
interface HostBackend {
  readSync(dataId: DataId): Float32Array | Int32Array | Uint8Array;
  write(values: Float32Array | Int32Array | Uint8Array, shape: number[], dtype: TensorInfo["dtype"]): DataId;
  disposeData(dataId: DataId): boolean;
}

/** Registers on `name` the kernels that only the cpu backend has: they copy their inputs over, run there and copy back. */
export function fillMissingKernels(tf: TensorFlow, name: string): void {
  const present = new Set(tf.getKernelsForBackend(name).map(({ kernelName }) => kernelName));
  const cpu = tf.findBackend("cpu") as unknown as HostBackend;
  for (const kernel of tf.getKernelsForBackend("cpu")) {
    if (!present.has(kernel.kernelName)) tf.registerKernel({ ...borrow(kernel, cpu), backendName: name });
  }
}

/**
 * tfjs's wasm gathers by `batchDims` from wrong places, silently or beyond its memory: there the cpu's kernel is lent. Its
 * own stays for all other gathers, which it does right.
 */
export function mendBatchedGather(tf: TensorFlow, name: string): void {
  const cpu = tf.findBackend("cpu") as unknown as HostBackend;
  const [own, sound] = [name, "cpu"].map((backend) => tf.getKernel("GatherV2", backend));
  if (own === undefined || sound === undefined) throw new Error(`GatherV2 is missing on ${name} or on cpu`);
  const lent = borrow(sound, cpu);
  tf.unregisterKernel("GatherV2", name);
  tf.registerKernel({
    ...own,
    kernelFunc: (given) => (Number(given.attrs?.["batchDims"]) > 0 ? lent : own).kernelFunc(given),
  });
}

function borrow(kernel: KernelConfig, cpu: HostBackend): Omit<KernelConfig, "backendName"> {
  return {
    kernelName: kernel.kernelName,
    kernelFunc: ({ inputs, attrs, backend }) => {
      const own = backend as HostBackend;
      const moved = mapInputs(inputs, (info) => move(info, own, cpu));
      const results = kernel.kernelFunc({ inputs: moved, attrs: attrs ?? {}, backend: cpu });
      const outputs = Array.isArray(results)
        ? results.map((info) => move(info, cpu, own))
        : move(results, cpu, own);
      // A kernel that returns its input again raised its reference count, so each owner gives up one.
      for (const info of [...infosOf(moved), ...(Array.isArray(results) ? results : [results])])
        cpu.disposeData(info.dataId);
      return outputs;
    },
  };
}

function move(info: TensorInfo, from: HostBackend, to: HostBackend): TensorInfo {
  if (info.dtype === "complex64") throw new Error("complex tensors exist on every rung but wasm");
  // sliced: a view into wasm's memory would not survive the next allocation
  const dataId = to.write(from.readSync(info.dataId).slice(), info.shape, info.dtype);
  return { dataId, shape: info.shape, dtype: info.dtype };
}

// Some kernels (Concat, Pack, AddN) take their inputs as an array, against their declared type.
function mapInputs(inputs: NamedTensorInfoMap, change: (info: TensorInfo) => TensorInfo): NamedTensorInfoMap {
  if (Array.isArray(inputs)) return (inputs as TensorInfo[]).map(change) as unknown as NamedTensorInfoMap;
  const entries = Object.entries(inputs).map(([name, info]) => [
    name,
    info === undefined ? undefined : change(info),
  ]);
  return Object.fromEntries(entries) as NamedTensorInfoMap;
}

function infosOf(inputs: NamedTensorInfoMap): TensorInfo[] {
  return Object.values(inputs).filter((info) => info !== undefined);
}

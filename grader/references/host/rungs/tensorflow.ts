import { createRequire } from "node:module";
import { entryOf, missingPackage } from "../../rungPackages.ts";
import type { TensorFlow } from "#sdk/reference.ts";
import { useBackend, type Opener } from "../opener.ts";

/** What tfjs-node's backend tells about itself beyond KernelBackend. */
interface TensorFlowBackend {
  readonly isUsingGpuDevice: boolean;
  readonly binding: { readonly TF_Version?: string };
}

/** libtensorflow on CUDA. */
export const openNodeGpu: Opener = async (tf) => {
  const backend = await openTensorFlow(tf, "node-gpu");
  if (!backend.isUsingGpuDevice) throw new Error("libtensorflow loads, but sees no CUDA device");
  return { device: `libtensorflow ${version(backend)} on CUDA`, hardware: true };
};

/** libtensorflow on the CPU. */
export const openNode: Opener = async (tf) => {
  const backend = await openTensorFlow(tf, "node");
  if (backend.isUsingGpuDevice) throw new Error("libtensorflow uses CUDA here: that is the rung node-gpu");
  return { device: `libtensorflow ${version(backend)} on the CPU`, hardware: false };
};

async function openTensorFlow(tf: TensorFlow, rung: "node-gpu" | "node"): Promise<TensorFlowBackend> {
  const entry = entryOf(rung);
  if (entry === undefined) throw new Error(missingPackage(rung));
  const require = createRequire(entry);
  restoreUtil(require("node:util") as Record<string, unknown>);
  // Its own copy of tfjs-core registers the backend with ours: both share one engine, kept on the global object.
  require(entry);
  const backend = tf.findBackend("tensorflow") as unknown as TensorFlowBackend | null;
  if (backend === null)
    throw new Error(`tfjs-node registered no backend: is its tfjs-core another than ${tf.version_core}?`);
  await useBackend(tf, "tensorflow");
  return backend;
}

/** tfjs-node 4.22 still calls two functions that Node 23 removed. */
function restoreUtil(util: Record<string, unknown>): void {
  util["isNullOrUndefined"] ??= (value: unknown) => value === null || value === undefined;
  util["isArray"] ??= Array.isArray;
}

function version(backend: TensorFlowBackend): string {
  return backend.binding.TF_Version ?? "of unknown version";
}

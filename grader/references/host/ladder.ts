import type { Backend, Rung } from "#contract/backend.ts";
import { GradusError } from "#contract/errors.ts";
import type { TensorFlow } from "#sdk/reference.ts";
import type { Opener, OpenOptions } from "./opener.ts";
import { selfCheck } from "./selfCheck.ts";

/** Loaded only when asked for: a process opens one rung and never pays for the others. */
const openers: Readonly<Record<Rung, () => Promise<Opener>>> = {
  "node-gpu": async () => (await import("./rungs/tensorflow.ts")).openNodeGpu,
  webgpu: async () => (await import("./rungs/webgpu.ts")).openWebgpu,
  node: async () => (await import("./rungs/tensorflow.ts")).openNode,
  wasm: async () => (await import("./rungs/wasm.ts")).openWasm,
  cpu: async () => (await import("./rungs/cpu.ts")).openCpu,
};

/** Opens a rung and lets it prove itself; throws backend-unavailable with the reason. */
export async function openRung(tf: TensorFlow, options: OpenOptions): Promise<Backend> {
  try {
    const open = await openers[options.rung]();
    const backend: Backend = { rung: options.rung, ...(await open(tf, options)) };
    await selfCheck(tf);
    return backend;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new GradusError("backend-unavailable", why.split("\n", 1)[0] ?? why, { cause: error });
  }
}

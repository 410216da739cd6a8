/**
 * The reference process. It runs as an esbuild bundle only (Node cannot resolve the inner imports of tfjs's gradients),
 * speaks framed JSON over stdin and stdout, answers one request after another, and leaves when its input ends.
 */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import { Console } from "node:console";
import type { ReferenceBatch } from "#contract/backend.ts";
import { GradusError } from "#contract/errors.ts";
import type { Arguments } from "#contract/values.ts";
import type { FunctionReference } from "#sdk/reference.ts";
import { encodeFrame, readFrames } from "../frames.ts";
import { pack, unpack, type Packed } from "../packed.ts";
import type { HostMethods, HostReply, HostRequest } from "../protocol.ts";
import { computeBatch } from "./computeBatch.ts";
import { loadReference, pickFunction } from "./loadReference.ts";
import { openRung } from "./ladder.ts";
import { stepsOf } from "./steps.ts";
import { zeroed } from "./zeroed.ts";

// stdout carries frames; what tfjs or a reference prints belongs to stderr.
globalThis.console = new Console(process.stderr, process.stderr);
tf.env().set("PROD", true); // silences the advice to install tfjs-node

/** Batches are launched before the first is read back, so that a device's latency is paid once for the group. */
const batchesAtOnce = 16;

let queue = Promise.resolve();
readFrames(process.stdin, (message) => {
  queue = queue.then(() => reply(message as HostRequest));
});
// Native drivers may hold the event loop, so the process does not wait for it to drain.
process.stdin.on("end", () => process.exit(0));

async function reply(request: HostRequest): Promise<void> {
  const { id } = request;
  const frame = await perform(request)
    // what a reference returns may be no data, or too much of it: that too is an answer
    .then((result) => encodeFrame({ id, ok: true, result } satisfies HostReply))
    .catch((error: unknown) => encodeFrame({ id, ok: false, ...describe(error) } satisfies HostReply));
  process.stdout.write(frame);
}

async function perform({ method, params }: HostRequest): Promise<unknown> {
  if (method === "open") return openRung(tf, params);
  if (method === "memory") return { numTensors: tf.memory().numTensors, numBytes: tf.memory().numBytes };
  return computeAll(params);
}

async function computeAll({ referencePath, batches }: HostMethods["compute"]["request"]): Promise<Packed[]> {
  const { exercise, functions } = await loadReference(referencePath);
  const results: Packed[] = [];
  for (let start = 0; start < batches.length; start += batchesAtOnce) {
    const group = batches.slice(start, start + batchesAtOnce).map(async (batch) => {
      const place = { exercise, function: batch.function };
      const reference = pickFunction(functions, place);
      const instances = unpack(batch.instances) as readonly Arguments[];
      return pack(await computeBatch({ tf, place, reference: variantOf(reference, batch) }, instances));
    });
    results.push(...(await allSettledOrThrow(group)));
  }
  return results;
}

function variantOf(
  reference: FunctionReference,
  { zeroed: toZeros, steps }: Pick<ReferenceBatch, "zeroed" | "steps">,
): FunctionReference {
  if (steps === true) return stepsOf(reference);
  return toZeros === true ? zeroed(reference) : reference;
}

/** Like Promise.all, but a failure waits for the others: the next request must find their tensors gone. */
async function allSettledOrThrow<Result>(promises: readonly Promise<Result>[]): Promise<Result[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

function describe(error: unknown): Pick<HostReply & { ok: false }, "code" | "message"> {
  if (error instanceof GradusError) return { code: error.code, message: error.message };
  return { code: "reference-failed", message: error instanceof Error ? error.message : String(error) };
}

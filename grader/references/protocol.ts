import type { Backend, ReferenceBatch, Rung } from "#contract/backend.ts";
import type { ErrorCode } from "#contract/errors.ts";
import type { Packed } from "./packed.ts";

/** What the trusted side asks of the reference process. `open` comes first and once. */
export interface HostMethods {
  open: { request: { readonly rung: Rung; readonly allowSoftware: boolean }; reply: Backend };
  compute: {
    request: { readonly referencePath: string; readonly batches: readonly PackedBatch[] };
    reply: readonly Packed[];
  };
  memory: {
    request: Record<string, never>;
    reply: { readonly numTensors: number; readonly numBytes: number };
  };
}

/** A batch as it travels. */
export type PackedBatch = Omit<ReferenceBatch, "instances"> & { readonly instances: Packed };

export type HostMethod = keyof HostMethods;

export type HostRequest = {
  [M in HostMethod]: { readonly id: number; readonly method: M; readonly params: HostMethods[M]["request"] };
}[HostMethod];

export type HostReply =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly code: ErrorCode; readonly message: string };

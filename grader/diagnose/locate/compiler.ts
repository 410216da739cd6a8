import type { Compiler } from "./pattern.ts";

/** TypeScript, loaded by the first slip that is to be pointed at: a tenth of a second and some 60 MB that a right file never needs. */
export function loadCompiler(): Promise<Compiler> {
  return (loading ??= import("typescript"));
}

let loading: Promise<Compiler> | undefined;

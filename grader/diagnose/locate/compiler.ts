import type { Compiler } from "./pattern.ts";

/** TypeScript, loaded by the first slip that is to be pointed at: a tenth of a second and some 60 MB that a right file never needs. */
export function loadCompiler(): Promise<Compiler> {
  // the one export that a minified copy of it has as well
  return (loading ??= import("typescript").then((loaded) => loaded.default));
}

let loading: Promise<Compiler> | undefined;

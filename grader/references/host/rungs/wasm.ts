import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { existsSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { resolvePackageFile } from "../../resolvePackage.ts";
import { useBackend, type Opener } from "../opener.ts";
import { fillMissingKernels, mendBatchedGather } from "./fillMissingKernels.ts";

const binary = "tfjs-backend-wasm-simd.wasm";

/** WebAssembly with SIMD on one thread; tfjs has no threads for it in Node. */
export const openWasm: Opener = async (tf) => {
  setWasmPaths(wasmFolder() + sep);
  await useBackend(tf, "wasm");
  fillMissingKernels(tf, "wasm");
  mendBatchedGather(tf, "wasm");
  const simd = await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT");
  return { device: simd === true ? "WebAssembly with SIMD" : "WebAssembly without SIMD", hardware: false };
};

/** A package may carry the binaries beside this code; otherwise they are in tfjs's own package. */
function wasmFolder(): string {
  if (existsSync(join(import.meta.dirname, binary))) return import.meta.dirname;
  const manifest = resolvePackageFile("@tensorflow/tfjs-backend-wasm/package.json");
  if (manifest === undefined) throw new Error("@tensorflow/tfjs-backend-wasm is not installed");
  return join(dirname(manifest), "wasm-out");
}

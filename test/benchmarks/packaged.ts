import { build } from "esbuild";
import { rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { buildExercises } from "#cli/build/exercises.ts";
import { buildPrograms } from "#cli/build/programs.ts";

/** What is measured is what a student runs: the package, built afresh in a folder of the benchmark's own. */
export interface Packaged {
  /** The command line. */
  readonly main: string;
  /** An engine that answers over an IPC channel: `engineProcess.ts`. */
  readonly engine: string;
  /** The caches of all that is measured; never the user's own. */
  readonly cache: string;
}

export const root = join(import.meta.dirname, "..", "..");
export const exerciseFolder = join(root, "exercises");

/** Under node_modules, so that what the package leaves outside is found, and two engineers' builds do not meet. */
export async function buildPackage(): Promise<Packaged> {
  const folder = join(root, "node_modules", ".cache", "gradus", `benchmark-${String(process.pid)}`);
  const [dist, cache] = [join(folder, "dist"), join(folder, "cache")];
  process.on("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  await mkdir(cache, { recursive: true });
  process.env["GRADUS_CACHE"] = cache;
  await Promise.all([
    buildPrograms(root, dist),
    buildExercises(exerciseFolder, join(dist, "exercises")),
    bundleEngine(dist),
  ]);
  return { main: join(dist, "main.js"), engine: join(dist, "engineProcess.js"), cache };
}

/** Built as the command line is, beside it, where it finds the same companions. */
async function bundleEngine(dist: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, "engineProcess.ts")],
    outdir: dist,
    bundle: true,
    splitting: true,
    chunkNames: "engine-[hash]",
    platform: "node",
    format: "esm",
    target: "node24",
    minify: true,
    keepNames: true,
    external: ["typescript", "esbuild"],
    banner: {
      js: 'import { createRequire as gradusRequire } from "node:module"; const require = gradusRequire(import.meta.url);',
    },
    logLevel: "error",
  });
}

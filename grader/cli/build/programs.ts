import { build } from "esbuild";
import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { buildHost } from "#references/hostBundle.ts";
import { builtSource } from "#sandbox/runnerSource.ts";
import { fingerprintOfReferences } from "#compose/openEngine.ts";

/** What has a process of its own: the command line, the engine of an editor, and the parser of hostile sources. */
const programs = {
  main: ["grader", "cli", "main.ts"],
  serve: ["grader", "serve", "main.ts"],
  similarity: ["grader", "exchange", "similarity", "child.ts"],
} as const;

/** Everything that runs, apart from the exercises; a bundle looks for its companions beside itself. */
export async function buildPrograms(
  root: string,
  dist: string,
  names: readonly (keyof typeof programs)[] = ["main", "serve", "similarity"],
): Promise<void> {
  await mkdir(dist, { recursive: true });
  await Promise.all([
    bundlePrograms(
      names.map((name) => ({ in: join(root, ...programs[name]), out: name })),
      dist,
    ),
    builtSource().then((source) => writeFile(join(dist, "runner.js"), source)),
    fingerprintOfReferences().then((hash) => writeFile(join(dist, "fingerprint"), `${hash}\n`)),
    buildHost(join(dist, "host.js"), { minify: true }),
    copyAll(join(root, "grader", "sandbox", "jail"), ".bpf", dist),
    copyAll(wasmFolder(), ".wasm", dist),
  ]);
}

async function bundlePrograms(entryPoints: { in: string; out: string }[], dist: string): Promise<void> {
  await build({
    entryPoints,
    outdir: dist,
    bundle: true,
    splitting: true, // a command loads only what it needs, and programs share what they have in common
    platform: "node",
    format: "esm",
    target: "node24",
    minify: true,
    keepNames: true, // errors say their names
    // found at run time: TypeScript places syntax errors, PGlite brings a database's files, esbuild serves a checkout only,
    // and pg asks for pg-native in case somebody has it
    external: ["typescript", "@electric-sql/pglite", "esbuild", "pg-native"],
    banner: { js: requireBanner },
    logLevel: "warning",
  });
}

/** Bundled CommonJS packages ask Node's modules from `require`, which an ES module has not. */
const requireBanner =
  'import { createRequire as gradusRequire } from "node:module"; const require = gradusRequire(import.meta.url);';

function wasmFolder(): string {
  const manifest = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json");
  return join(dirname(manifest), "wasm-out");
}

async function copyAll(folder: string, extension: string, dist: string): Promise<void> {
  // tfjs has no threads in Node, so the threaded binary is never asked for
  const names = (await readdir(folder)).filter(
    (name) => name.endsWith(extension) && !name.includes("threaded"),
  );
  if (names.length === 0) throw new Error(`${folder} has no file that ends in ${extension}`);
  await Promise.all(names.map((name) => copyFile(join(folder, name), join(dist, name))));
}

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/**
 * The program that runs inside the sandbox, as one script: an expression whose value takes `require`. In a package it is a
 * file beside this one; in a checkout esbuild makes it on demand and a cache keeps it, keyed by what went into it.
 */
export function runnerSource(): Promise<string> {
  source ??= findSource();
  return source;
}

let source: Promise<string> | undefined;

async function findSource(): Promise<string> {
  const packaged = new URL("./runner.js", import.meta.url);
  if (existsSync(packaged)) return await readFile(packaged, "utf8");
  return await builtSource();
}

/** Also what the package's build writes to `runner.js`. */
export async function builtSource(): Promise<string> {
  const cache = new URL(`../../node_modules/.cache/gradus/runner-${await inputHash()}.js`, import.meta.url);
  if (existsSync(cache)) return await readFile(cache, "utf8");
  const built = await bundleRunner();
  await keep(built, cache).catch(() => undefined); // a checkout that this user may not write to still works
  return built;
}

/** Written aside and renamed, because another process may be reading. */
async function keep(built: string, cache: URL): Promise<void> {
  await mkdir(new URL("./", cache), { recursive: true });
  const aside = new URL(`${cache.href}.${String(process.pid)}`);
  await writeFile(aside, built);
  await rename(aside, cache);
}

const inside = new URL("./inside/", import.meta.url);
const inputs = [
  "decodeArgument.ts",
  "describeThrown.ts",
  "encode.ts",
  "findForbidden.ts",
  "frames.ts",
  "freezeIntrinsics.ts",
  "keptCopy.ts",
  "place.ts",
  "primordials.ts",
  "realm.ts",
  "runner.ts",
  "splitExports.ts",
  "studentRealm.ts",
  "surface.ts",
  "transpile.ts",
  "../runnerSource.ts",
];

async function inputHash(): Promise<string> {
  const hash = createHash("sha256");
  for (const input of inputs) hash.update(await readFile(new URL(input, inside)));
  return hash.digest("hex").slice(0, 16);
}

async function bundleRunner(): Promise<string> {
  const realm = await bundle("realm.ts", { format: "iife", globalName: "realm" });
  const realmSource = `(function () { "use strict"; ${realm}\nreturn realm; })()`;
  const runner = await bundle("runner.ts", {
    format: "cjs",
    define: { realmSource: JSON.stringify(realmSource) },
  });
  return `(function (require) { "use strict"; ${runner}\n})`;
}

async function bundle(
  entry: string,
  options: { format: "iife" | "cjs"; globalName?: string; define?: Record<string, string> },
): Promise<string> {
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [fileURLToPath(new URL(entry, inside))],
    bundle: true,
    write: false,
    platform: "node",
    target: "node24",
    minifySyntax: true,
    minifyWhitespace: true,
    mainFields: ["module", "main"],
    logLevel: "silent",
    ...options,
  });
  const file = result.outputFiles[0];
  if (!file) throw new Error(`esbuild wrote nothing for ${entry}`);
  return file.text;
}

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { resolvePackageFile } from "./resolvePackage.ts";

const packaged = fileURLToPath(new URL("./host.js", import.meta.url));

/** The path of the reference process's program: beside this code in a package, built on demand in a checkout. */
export function hostBundle(): Promise<string> {
  return (found ??= findBundle());
}

/** Several rungs may be opened at once, and one of them builds. */
let found: Promise<string> | undefined;

async function findBundle(): Promise<string> {
  if (existsSync(packaged)) return packaged;
  const bundle = join(buildFolder(), `host-${await sourcesHash()}.mjs`);
  if (existsSync(bundle)) return bundle;
  await buildHost(bundle);
  await removeOldBundles(dirname(bundle));
  return bundle;
}

export interface BundleOptions {
  readonly entry?: string; // the reference process by default; tests bundle programs of their own
  readonly minify?: boolean;
}

/** Bundles the reference process into one file; the package's build calls this too. */
export async function buildHost(outfile: string, options: BundleOptions = {}): Promise<void> {
  const { build } = await import("esbuild");
  const temporary = `${outfile}.${String(process.pid)}.tmp`;
  await mkdir(dirname(outfile), { recursive: true });
  await build({
    entryPoints: [options.entry ?? join(import.meta.dirname, "host", "main.ts")],
    outfile: temporary,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    minify: options.minify ?? false,
    keepNames: true, // tfjs looks classes up by name
    mainFields: ["module", "main"],
    external: ["node-fetch"], // loaded only by tfjs's own downloads, which are not used
    banner: { js: commonJsBanner },
    logLevel: "error",
  });
  await rename(temporary, outfile).catch(async (error: unknown) => {
    await rm(temporary, { force: true });
    throw error;
  });
}

/** tfjs's wasm glue is CommonJS and asks for these three. */
const commonJsBanner = [
  'import { createRequire as gradusCreateRequire } from "node:module";',
  "const require = gradusCreateRequire(import.meta.url);",
  "const __filename = import.meta.filename, __dirname = import.meta.dirname;",
].join("\n");

/** node_modules/.cache/gradus of the checkout: there the bundle still resolves the packages that it leaves outside. */
function buildFolder(): string {
  const manifest = resolvePackageFile("@tensorflow/tfjs-core/package.json");
  if (manifest === undefined) throw new Error("@tensorflow/tfjs-core is not installed");
  const marker = `${sep}node_modules${sep}`;
  return join(manifest.slice(0, manifest.lastIndexOf(marker) + marker.length), ".cache", "gradus");
}

/** Every edit of a source leaves a bundle behind; one of the last hour may still be about to start. */
async function removeOldBundles(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^host-.*\.mjs$/.test(name)) continue;
    const path = join(folder, name);
    const facts = await stat(path).catch(() => undefined);
    if (facts !== undefined && Date.now() - facts.mtimeMs > 60 * 60 * 1000) await rm(path, { force: true });
  }
}

/** Changes with every source that may be in the bundle and with the versions of what it is made of. */
async function sourcesHash(): Promise<string> {
  const hash = createHash("sha256");
  for (const name of ["tfjs-core", "tfjs-backend-cpu", "tfjs-backend-wasm", "tfjs-backend-webgpu"]) {
    const manifest = resolvePackageFile(`@tensorflow/${name}/package.json`);
    if (manifest !== undefined) hash.update(await readFile(manifest));
  }
  const grader = dirname(import.meta.dirname);
  for (const folder of ["contract", "references"].map((room) => join(grader, room))) {
    const sources = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".ts"));
    for (const source of sources.sort()) hash.update(source).update(await readFile(join(folder, source)));
  }
  return hash.digest("hex").slice(0, 16);
}

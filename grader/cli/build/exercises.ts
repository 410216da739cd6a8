import { build } from "esbuild";
import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exerciseIds } from "#catalog/folders.ts";
import { hashExercise } from "#catalog/loadExercise.ts";

/** What a student may read as it is. Never a solution and never an alternative: a package is where they would be looked for. */
const copied =
  /^(exercise\.json|(starter|sample)\.ts|(statement|hints)\.[a-z]{2}\.md|misconceptions\/[^/]+\.json)$/;

/** What the grader runs: as a minified bundle, which deters from reading and hides nothing. */
const bundled = /^(cases|reference|picture|misconceptions\/[^/]+)\.ts$/;

/** One folder per exercise, with the hash of its sources: the same version whether it is graded from here or from them. */
export async function buildExercises(exercises: string, dist: string): Promise<void> {
  const ids = await exerciseIds(exercises);
  await Promise.all(ids.map((id) => buildExercise(join(exercises, id), join(dist, id))));
}

async function buildExercise(folder: string, dist: string): Promise<void> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll("\\", "/"));
  await mkdir(join(dist, "misconceptions"), { recursive: true });
  await Promise.all([
    ...names
      .filter((name) => copied.test(name))
      .map((name) => copyFile(join(folder, name), join(dist, name))),
    ...names
      .filter((name) => bundled.test(name))
      .map((name) => bundle(join(folder, name), outputOf(dist, name))),
    writeFile(join(dist, "hash"), `${await hashExercise(folder)}\n`),
  ]);
}

function outputOf(dist: string, name: string): string {
  return join(dist, dirname(name), name.slice(name.lastIndexOf("/") + 1).replace(/\.ts$/, ".js"));
}

async function bundle(source: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: "neutral",
    format: "esm",
    target: "es2024",
    minify: true,
    logLevel: "warning",
  });
}

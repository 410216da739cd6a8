import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { GradusError } from "#contract/errors.ts";
import type { MisconceptionManifest } from "#contract/exercise.ts";
import type { AnyCase, AnyGiven, AnyInvariant, AnyRelation, Exercise, Variant } from "#engine/ports.ts";
import { modulePath } from "./folders.ts";
import { readManifest, readMisconception } from "./manifest.ts";

/** Loads one exercise folder. What is broken in it is said with the file and the place; other exercises are not touched. */
export async function loadExercise(folder: string): Promise<Exercise> {
  const manifest = await readManifest(folder);
  const [misconceptions, declared, hash] = await Promise.all([
    readMisconceptions(folder, manifest),
    importFrom(modulePath(folder, "cases")),
    hashExercise(folder),
  ]);
  const exercise: Exercise = {
    manifest,
    version: `${manifest.version}+${hash.slice(0, 12)}`,
    referencePath: modulePath(folder, "reference"),
    // the exports are typed in the exercise itself (defineCases and the like); here they are taken as declared
    cases: (declared["cases"] ?? {}) as Exercise["cases"],
    relations: (declared["relations"] ?? []) as readonly AnyRelation[],
    given: (declared["given"] ?? {}) as Readonly<Record<string, AnyGiven>>,
    invariants: (declared["invariants"] ?? []) as readonly AnyInvariant[],
    domain: (declared["domain"] ?? {}) as Exercise["domain"],
    misconceptions,
    variants: once(() => loadVariants(folder, misconceptions)),
  };
  checkCases(exercise);
  return exercise;
}

async function importFrom(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw new GradusError("exercise-invalid", `${path} cannot be loaded: ${(cause as Error).message}`, {
      cause,
    });
  }
}

async function readMisconceptions(
  folder: string,
  manifest: Exercise["manifest"],
): Promise<Exercise["misconceptions"]> {
  const files = (await namesIn(join(folder, "misconceptions"))).filter((name) => name.endsWith(".json"));
  const entries = files.map(async (name): Promise<[string, MisconceptionManifest]> => [
    basename(name, ".json"),
    await readMisconception(join(folder, "misconceptions", name), manifest),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

/** Every form of every slip: misconceptions/<id>.ts and <id>.<form>.ts. */
async function loadVariants(
  folder: string,
  misconceptions: Exercise["misconceptions"],
): Promise<readonly Variant[]> {
  const files = (await namesIn(join(folder, "misconceptions"))).filter((name) => /\.[jt]s$/.test(name));
  return Promise.all(
    files.map(async (name) => {
      const [misconception = "", form = ""] = name.replace(/\.[jt]s$/, "").split(".");
      const path = join(folder, "misconceptions", name);
      if (!(misconception in misconceptions))
        throw new GradusError("exercise-invalid", `${path} has no ${misconception}.json beside it.`);
      return { misconception, form, functions: (await importFrom(path)) as Variant["functions"] };
    }),
  );
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).toSorted();
}

/**
 * A hash of everything in the folder that decides a verdict. A package carries bundles of it, whose text is another,
 * and with them the hash of the sources.
 */
export async function hashExercise(folder: string): Promise<string> {
  const shipped = await readFile(join(folder, "hash"), "utf8").catch(() => null);
  if (shipped !== null) return shipped.trim();
  const slips = (await namesIn(join(folder, "misconceptions"))).map((name) => `misconceptions/${name}`);
  const files = ["cases.ts", "exercise.json", "reference.ts", "starter.ts", ...slips];
  const hash = createHash("sha256");
  for (const name of files)
    hash.update(`${name}\0`).update(await readFile(join(folder, name)).catch(() => ""));
  return hash.digest("hex");
}

function checkCases(exercise: Exercise): void {
  for (const { name } of exercise.manifest.functions) {
    const cases: readonly AnyCase[] = exercise.cases[name] ?? [];
    const ids = cases.map((one) => one.id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    const where = `${exercise.manifest.id}/cases.ts`;
    if (cases.length === 0) throw new GradusError("exercise-invalid", `${where}: ${name} has no cases.`);
    if (twice !== undefined)
      throw new GradusError("exercise-invalid", `${where}: ${name} has two cases "${twice}".`);
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { GradusError } from "#contract/errors.ts";

/** The bundled exercises: beside the code in a package, at the top level in a checkout. */
export function bundledExercises(): string {
  const packaged = fileURLToPath(new URL("./exercises", import.meta.url));
  return existsSync(packaged) ? packaged : fileURLToPath(new URL("../../exercises", import.meta.url));
}

/** Ids of all exercises in a folder: every sub-folder that holds an exercise.json. */
export async function exerciseIds(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new GradusError("file-not-found", `There is no exercises folder at ${folder}.`, { cause });
  });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "exercise.json")))
    .map((entry) => entry.name)
    .toSorted();
}

/** The folder of one exercise; an unknown id is answered with the ones there are. */
export async function exerciseFolder(folder: string, id: string): Promise<string> {
  const ids = await exerciseIds(folder);
  if (ids.includes(id)) return join(folder, id);
  const near = ids.length === 0 ? "" : ` There are: ${ids.join(", ")}.`;
  throw new GradusError("exercise-unknown", `There is no exercise "${id}".${near}`);
}

/** A module of the exercise: TypeScript in a checkout, JavaScript in a package. */
export function modulePath(exercise: string, name: string): string {
  const source = join(exercise, `${name}.ts`);
  return existsSync(source) ? source : join(exercise, `${name}.js`);
}

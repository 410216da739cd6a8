import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { courseIds } from "#catalog/courseOrder.ts";
import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import { GradusError } from "#contract/errors.ts";
import { autograderZip } from "#exchange/write/autograder/autograderZip.ts";

export interface AutograderOptions {
  readonly exercise?: readonly string[];
  readonly out: string;
}

/** Writes the zip, and says what its container takes away. */
export async function autograder({ exercise, out }: AutograderOptions): Promise<void> {
  const folder = bundledExercises();
  const exercises = exercise ?? (await courseIds(folder));
  await Promise.all(exercises.map((id) => exerciseFolder(folder, id)));
  await writeFile(out, await autograderZip(builtPackage(), exercises));
  process.stdout.write(
    `${out}: an autograder for ${exercises.join(", ")}.\n` +
      "Gradescope's container usually allows no jail: there student code runs in Node's permission model alone, and the\n" +
      "grader's own files could be read by whoever breaks out of it. README.md in the zip says all that this takes away.\n",
  );
}

/** The package that this program is part of; in a checkout, what `npm run build` made of it. */
function builtPackage(): string {
  let folder = import.meta.dirname;
  while (!isGradus(folder) && dirname(folder) !== folder) folder = dirname(folder);
  if (!existsSync(join(folder, "dist", "main.js")))
    throw new GradusError(
      "usage",
      "The zip carries the built gradus: in a checkout, npm run build comes first.",
    );
  return folder;
}

function isGradus(folder: string): boolean {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return false;
  return (JSON.parse(readFileSync(manifest, "utf8")) as { readonly name?: string }).name === "gradus";
}

import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { bundledExercises } from "#catalog/folders.ts";
import { GradusError } from "#contract/errors.ts";
import { scaffold } from "../scaffold.ts";

export interface NewOptions {
  readonly exercises?: string;
}

/** Writes the folder of a new exercise; an existing one is never touched. */
export async function newExercise(id: string, { exercises = bundledExercises() }: NewOptions): Promise<void> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    throw new GradusError(
      "usage",
      `"${id}" is not an id: use lower-case words joined by hyphens, as in gaussian-mle.`,
    );
  if (!existsSync(new URL("../scaffold.ts", import.meta.url)))
    throw new GradusError(
      "usage",
      "A new exercise is written in a checkout of Gradus; this is an installed package.",
    );
  const folder = join(exercises, id);
  if (existsSync(folder)) throw new GradusError("usage", `${folder} is there already; it is left as it is.`);
  for (const [name, text] of Object.entries(scaffold(id))) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  const shown = relative(process.cwd(), folder);
  process.stdout.write(
    `${shown} holds a small exercise that works. Replace what says FILL IN;\n\`gradus verify ${id}\` tells what is left to do.\n`,
  );
}

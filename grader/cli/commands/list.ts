import { inCourseOrder } from "#catalog/courseOrder.ts";
import { bundledExercises, exerciseFolder, exerciseIds } from "#catalog/folders.ts";
import { readManifest } from "#catalog/manifest.ts";
import type { ExerciseManifest } from "#contract/exercise.ts";
import { GradusError } from "#contract/errors.ts";
import type { Language } from "#contract/messages.ts";

export interface ListOptions {
  readonly json?: true;
  readonly lang: Language;
  readonly exercises?: string;
}

/** Lists the exercises in the order of the course. A broken one is told and does not hide the others. */
export async function list({ json, lang, exercises = bundledExercises() }: ListOptions): Promise<void> {
  const found = await Promise.all((await exerciseIds(exercises)).map((id) => readOne(exercises, id)));
  const manifests = inCourseOrder(
    found.filter((one): one is ExerciseManifest => !(one instanceof GradusError)),
  );
  const broken = found.filter((one): one is GradusError => one instanceof GradusError);
  if (json === true)
    process.stdout.write(
      `${JSON.stringify(
        manifests.map((one) => summary(one)),
        null,
        2,
      )}\n`,
    );
  else for (const manifest of manifests) process.stdout.write(`${line(manifest, lang)}\n`);
  for (const error of broken) process.stderr.write(`gradus: ${error.message}\n`);
  process.exitCode = broken.length === 0 ? 0 : 2;
}

async function readOne(folder: string, id: string): Promise<ExerciseManifest | GradusError> {
  try {
    return await readManifest(await exerciseFolder(folder, id));
  } catch (error) {
    if (error instanceof GradusError) return error;
    throw error;
  }
}

function line(manifest: ExerciseManifest, lang: Language): string {
  const { id, track, title, functions, minutes } = manifest;
  const names = functions.map((spec) => spec.name).join(", ");
  return `${id.padEnd(20)} ${track.number}. ${track.title[lang]}: ${title[lang]} (${minutes} min)\n${" ".repeat(21)}${names}`;
}

function summary({
  id,
  version,
  title,
  summary: text,
  track,
  prerequisites,
  minutes,
  functions,
}: ExerciseManifest) {
  const graded = functions.map(({ name, points }) => ({ name, points }));
  return { id, version, title, summary: text, track, prerequisites, minutes, functions: graded };
}

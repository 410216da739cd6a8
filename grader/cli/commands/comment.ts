import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import { readManifest } from "#catalog/manifest.ts";
import {
  commentsFile,
  readComments,
  withComment,
  withoutComment,
  writeComments,
} from "#classroom/comments.ts";
import { GradusError } from "#contract/errors.ts";

export interface CommentOptions {
  readonly exercise: string;
  readonly function?: string;
  readonly remove?: true;
  readonly comments?: string;
  readonly exercises?: string;
}

/** Keeps what an instructor says to one student about a function or a whole exercise; the next reports carry it. */
export async function comment(
  student: string,
  text: string | undefined,
  options: CommentOptions,
): Promise<void> {
  await refuseUnknownPlace(options);
  const path = options.comments ?? commentsFile;
  const place = {
    student,
    exercise: options.exercise,
    ...(options.function === undefined ? {} : { function: options.function }),
  };
  const before = await readComments(path);
  if (options.remove === true) await writeComments(path, withoutComment(before, place));
  else if (text === undefined || text.trim() === "")
    throw new GradusError("usage", "A comment needs a text; --remove takes one back.");
  else await writeComments(path, withComment(before, { ...place, text: text.trim() }));
  process.stdout.write(
    `${path}: gradus grade, with the same arguments as before, writes it into the reports.\n`,
  );
}

async function refuseUnknownPlace({ exercise, exercises, ...options }: CommentOptions): Promise<void> {
  const manifest = await readManifest(await exerciseFolder(exercises ?? bundledExercises(), exercise));
  const names = manifest.functions.map(({ name }) => name);
  if (options.function !== undefined && !names.includes(options.function))
    throw new GradusError(
      "usage",
      `${exercise} has no function ${options.function}. It has: ${names.join(", ")}.`,
    );
}

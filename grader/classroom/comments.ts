import { readFile, rename, writeFile } from "node:fs/promises";
import { validateComments } from "#catalog/validators.js";
import type { ClassSubmissions, InstructorComment } from "#contract/class.ts";
import { GradusError } from "#contract/errors.ts";
import type { Exercise } from "#engine/ports.ts";

/** Where an instructor's comments lie unless a command says otherwise: beside what else they wrote, not among the results. */
export const commentsFile = "comments.json";

/** Reads comments.json; a file that is not there yet holds none. */
export async function readComments(path: string): Promise<readonly InstructorComment[]> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    if (isMissing(cause)) return "[]";
    throw new GradusError("file-not-readable", `The comments in ${path} cannot be read.`, { cause });
  });
  return parsedComments(text, path);
}

/** The text of a comments.json: a list of { student, exercise, function, text }; `function` may be left out. */
export function parsedComments(text: string, path = commentsFile): readonly InstructorComment[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new GradusError("file-not-readable", `${path} is no JSON: ${String(cause)}`, { cause });
  }
  if (validateComments(data)) return data as readonly InstructorComment[];
  const [first] = validateComments.errors ?? [];
  const complaint = `${first?.instancePath || "it"} ${first?.message ?? "is not valid"}`;
  throw new GradusError("file-not-readable", `${path}: ${complaint}.`);
}

/** Whole or not at all: a comment is somebody's work. */
export async function writeComments(path: string, comments: readonly InstructorComment[]): Promise<void> {
  await writeFile(`${path}.tmp`, `${JSON.stringify(comments, undefined, 2)}\n`);
  await rename(`${path}.tmp`, path);
}

type Place = Omit<InstructorComment, "text">;

/** A place has one comment: a new one replaces it. */
export function withComment(
  comments: readonly InstructorComment[],
  comment: InstructorComment,
): readonly InstructorComment[] {
  const at = comments.findIndex((one) => isSamePlace(one, comment));
  return at === -1 ? [...comments, comment] : comments.with(at, comment);
}

/** A place has one comment, and nobody's words are lost to a second one: what is said there already stays before it. */
export function withMore(
  comments: readonly InstructorComment[],
  comment: InstructorComment,
): readonly InstructorComment[] {
  const there = comments.find((one) => isSamePlace(one, comment));
  const text = there === undefined ? comment.text : `${there.text}\n\n${comment.text}`;
  return withComment(comments, { ...comment, text });
}

export function withoutComment(
  comments: readonly InstructorComment[],
  place: Place,
): readonly InstructorComment[] {
  return comments.filter((one) => !isSamePlace(one, place));
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.student === other.student && one.exercise === other.exercise && one.function === other.function;
}

/** Comments that nobody would read: their student, exercise or function is not in this class. */
export function strayComments(
  comments: readonly InstructorComment[],
  { students }: Pick<ClassSubmissions, "students">,
  exercises: readonly Exercise[],
): readonly InstructorComment[] {
  const ids = new Set(students.map(({ id }) => id));
  const functions = new Map(
    exercises.map(({ manifest }) => [manifest.id, new Set(manifest.functions.map(({ name }) => name))]),
  );
  return comments.filter(({ student, exercise, function: name }) => {
    const names = functions.get(exercise);
    return !ids.has(student) || names === undefined || (name !== undefined && !names.has(name));
  });
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { courseIds } from "#catalog/courseOrder.ts";
import { bundledExercises, exerciseFolder, modulePath } from "#catalog/folders.ts";
import { loadExercise } from "#catalog/loadExercise.ts";
import { textsOf } from "#catalog/texts.ts";
import { commentsFile, readComments } from "#classroom/comments.ts";
import { readCourse } from "#classroom/course.ts";
import { openClass, type OpenClass } from "#classroom/openClass.ts";
import type { ClassSubmissions, Course, InstructorComment } from "#contract/class.ts";
import { GradusError } from "#contract/errors.ts";
import { graderVersion } from "#compose/version.ts";
import type { Exercise } from "#engine/ports.ts";
import { readClass } from "#exchange/read/readClass.ts";
import type { ExerciseReading } from "#exchange/write/reading.ts";
import type { Gradebook } from "#gradebook/gradebook.ts";
import type { ClassOptions } from "./options.ts";
import { askForSeed, seedFromFile } from "./seed.ts";

/** Everything of a class but its grades. */
export interface Setting {
  readonly submissions: ClassSubmissions;
  readonly course: Course;
  /** As they were when the class was read. */
  readonly comments: readonly InstructorComment[];
  /** As they are now: an instructor may write while a class is being graded. */
  readonly commentsNow: () => Promise<readonly InstructorComment[]>;
  readonly exercises: readonly Exercise[];
  readonly texts: Readonly<Record<string, ExerciseReading>>;
}

/** Reads what was handed in. The exercises graded are those asked for, or all that anybody handed in. */
export async function readSetting(path: string, options: ClassOptions): Promise<Setting> {
  const folder = options.exercises ?? bundledExercises();
  const course = options.course === undefined ? {} : await readCourse(options.course);
  const comments = await commentsOf(options);
  const known = options.exercise ?? (await courseIds(folder));
  const folders = await Promise.all(known.map((id) => exerciseFolder(folder, id)));
  const submissions = await readClass({
    path,
    exercises: known,
    ...(options.roster === undefined ? {} : { roster: options.roster }),
  });
  const handedIn = new Set(submissions.received.map((one) => one.exercise));
  const all = options.exercise !== undefined || handedIn.size === 0;
  const chosen = folders.filter((_, index) => all || handedIn.has(known[index] ?? ""));
  const exercises = await Promise.all(chosen.map(loadExercise));
  const texts = await Promise.all(
    exercises.map(async (exercise, index) => [
      exercise.manifest.id,
      await readingOf(exercise, chosen[index] ?? ""),
    ]),
  );
  return {
    submissions,
    course,
    comments,
    commentsNow: () => commentsOf(options),
    exercises,
    texts: Object.fromEntries(texts) as Setting["texts"],
  };
}

/** The class in the gradebook, with the seed given, its own, or a new one. */
export async function openClassOf(
  gradebook: Gradebook,
  { submissions, course, exercises }: Setting,
  options: ClassOptions,
): Promise<OpenClass> {
  const id = options.class ?? course.title ?? "class";
  const isNew = (await gradebook.classState(id)) === undefined;
  const given = options.seedFile === undefined ? undefined : await seedFromFile(options.seedFile);
  const seed = given ?? (isNew ? await askForSeed() : undefined);
  return await openClass(gradebook, {
    id,
    submissions,
    exercises,
    graderVersion,
    seed,
    personalised: options.personalise,
  });
}

/** A file that was asked for must be there: a mistyped name is not a class without comments. */
async function commentsOf({ comments }: ClassOptions): Promise<Setting["comments"]> {
  if (comments !== undefined && !existsSync(comments))
    throw new GradusError("file-not-found", `There is no comments file ${comments}.`);
  return await readComments(comments ?? commentsFile);
}

async function readingOf(exercise: Exercise, folder: string): Promise<ExerciseReading> {
  const starter = await readFile(modulePath(folder, "starter"), "utf8").catch(() =>
    readFile(join(folder, "starter.ts"), "utf8").catch(() => ""),
  );
  return { title: exercise.manifest.title, sentences: textsOf(exercise), starter };
}

import { createHash } from "node:crypto";
import type { ClassSubmissions, GradeKey } from "#contract/class.ts";
import type { Submission } from "#contract/sandbox.ts";
import type { Exercise, Seed } from "#engine/ports.ts";
import { seedFor } from "./seeds.ts";

/** One file to grade. */
export interface Task {
  readonly key: GradeKey;
  readonly submission: Submission;
  readonly seed: Seed;
}

/** All that one student handed in: it is graded in one sandbox. */
export interface StudentWork {
  readonly student: string;
  readonly tasks: readonly Task[];
}

export interface Draw {
  readonly secret: string;
  readonly personalised: boolean;
  readonly graderVersion: string;
}

/** What is to be graded, student by student in the class's order. */
export function planClass(
  { students, received }: ClassSubmissions,
  exercises: readonly Exercise[],
  { secret, personalised, graderVersion }: Draw,
): readonly StudentWork[] {
  const versions = new Map(exercises.map(({ manifest, version }) => [manifest.id, version]));
  const ofStudent = Map.groupBy(received, (one) => one.student);
  return students.flatMap(({ id }) => {
    const seed = seedFor(secret, id, personalised);
    const tasks = (ofStudent.get(id) ?? []).flatMap(({ exercise, submission }): Task[] => {
      const exerciseVersion = versions.get(exercise);
      if (exerciseVersion === undefined) return [];
      const key = {
        student: id,
        exercise,
        exerciseVersion,
        submissionHash: createHash("sha256").update(submission.source).digest("hex"),
        graderVersion,
        seedCommitment: seed.commitment,
      };
      return [{ key, submission, seed }];
    });
    return tasks.length === 0 ? [] : [{ student: id, tasks }];
  });
}

/** The work without the tasks that are done; a student with nothing left is left out. */
export function remaining(
  works: readonly StudentWork[],
  isDone: (key: GradeKey) => boolean,
): readonly StudentWork[] {
  return works
    .map(({ student, tasks }) => ({ student, tasks: tasks.filter(({ key }) => !isDone(key)) }))
    .filter(({ tasks }) => tasks.length > 0);
}

export function idOf(key: GradeKey): string {
  const { student, exercise, exerciseVersion, submissionHash, graderVersion, seedCommitment } = key;
  return JSON.stringify([student, exercise, exerciseVersion, submissionHash, graderVersion, seedCommitment]);
}

/** A class has one grade that counts for each of these. */
export function placeOf({ student, exercise }: Pick<GradeKey, "student" | "exercise">): string {
  return JSON.stringify([student, exercise]);
}

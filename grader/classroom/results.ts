import type {
  ClassEntry,
  ClassResults,
  ClassSubmissions,
  Course,
  Grade,
  Received,
  Student,
} from "#contract/class.ts";
import type { Exercise } from "#engine/ports.ts";
import { latePenalty } from "./latePolicy.ts";
import { placeOf } from "./plan.ts";

/** The class's results: one entry for each student and exercise, also for what was not handed in. */
export function classResults(
  submissions: ClassSubmissions,
  grades: readonly Grade[],
  { exercises, course }: { readonly exercises: readonly Exercise[]; readonly course: Course },
): ClassResults {
  const gradeAt = new Map(grades.map((grade) => [placeOf(grade), grade]));
  const receivedAt = new Map(submissions.received.map((one) => [placeOf(one), one]));
  const entries = submissions.students.flatMap((student) =>
    exercises.map((exercise) => {
      const place = placeOf({ student: student.id, exercise: exercise.manifest.id });
      return entry(student, exercise, {
        course,
        received: receivedAt.get(place),
        grade: gradeAt.get(place),
      });
    }),
  );
  return {
    course,
    students: submissions.students,
    exercises: exercises.map(({ manifest }) => manifest.id),
    entries,
    refused: submissions.refused,
  };
}

function entry(
  student: Student,
  { manifest }: Exercise,
  found: {
    readonly course: Course;
    readonly received: Received | undefined;
    readonly grade: Grade | undefined;
  },
): ClassEntry {
  const { course, received, grade } = found;
  const penalty = received === undefined ? 0 : latePenalty(course, received);
  return {
    student,
    exercise: manifest.id,
    ...(received && { received }),
    ...(grade && { grade }),
    score: Math.round((grade?.report.score ?? 0) * (1 - penalty) * 10) / 10,
    maxScore: manifest.functions.reduce((sum, { points }) => sum + points, 0),
    latePenalty: penalty,
  };
}

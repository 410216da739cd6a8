import type { Grade, GradeKey } from "#contract/class.ts";
import type { Report } from "#contract/report.ts";

export interface KeyRow {
  readonly student: string;
  readonly exercise: string;
  readonly exercise_version: string;
  readonly submission_hash: string;
  readonly grader_version: string;
  readonly seed_commitment: string;
}

export interface GradeRow extends KeyRow {
  readonly report: Report;
  readonly graded_at: Date;
}

export function keyOf(row: KeyRow): GradeKey {
  return {
    student: row.student,
    exercise: row.exercise,
    exerciseVersion: row.exercise_version,
    submissionHash: row.submission_hash,
    graderVersion: row.grader_version,
    seedCommitment: row.seed_commitment,
  };
}

export function gradeOf(row: GradeRow): Grade {
  return { ...keyOf(row), report: row.report, gradedAt: row.graded_at.toISOString() };
}

/** The six columns of the keys, one array each, for `unnest`. */
export function parametersOf(keys: readonly GradeKey[]): readonly (readonly string[])[] {
  return [
    keys.map((key) => key.student),
    keys.map((key) => key.exercise),
    keys.map((key) => key.exerciseVersion),
    keys.map((key) => key.submissionHash),
    keys.map((key) => key.graderVersion),
    keys.map((key) => key.seedCommitment),
  ];
}

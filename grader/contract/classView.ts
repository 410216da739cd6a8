import type { Refused } from "./class.ts";
import type { Status } from "./report.ts";

/**
 * What an editor shows of a graded class: counts, each with the students behind it. A student is told by their place in
 * `students`, so that a class of thousands stays small.
 */
export interface ClassView {
  readonly title: string;
  readonly students: readonly StudentView[];
  readonly exercises: readonly ExerciseView[];
  /** The most frequent first. */
  readonly slips: readonly SlipView[];
  readonly failed: readonly RunView[];
  readonly slowest: readonly RunView[];
  readonly similar: readonly SimilarView[];
  /** Submissions that could not be compared with others. */
  readonly notCompared: number;
  readonly refused: readonly Refused[];
}

export interface StudentView {
  readonly id: string;
  readonly name: string;
  /** Share of all points, 0 to 1. */
  readonly total: number;
  /** After the late policy, in the order of `exercises`; null where nothing was graded. */
  readonly scores: readonly (number | null)[];
}

export interface ExerciseView {
  readonly id: string;
  readonly title: string;
  readonly graded: number;
  /** Shares of the points, 0 to 1; null while nobody is graded. */
  readonly mean: number | null;
  readonly median: number | null;
  readonly fullMarks: number;
  /** Ten equal bins from 0 to full marks: the students in each. */
  readonly bins: readonly (readonly number[])[];
  readonly functions: readonly FunctionView[];
}

export interface FunctionView {
  readonly name: string;
  /** Of the verdicts that somebody has. */
  readonly students: Readonly<Partial<Record<Status, readonly number[]>>>;
}

export interface SlipView {
  readonly exercise: string;
  readonly id: string;
  /** What was computed, in words. */
  readonly says: string;
  readonly functions: readonly string[];
  readonly students: readonly number[];
}

export interface RunView {
  readonly student: number;
  readonly exercise: string;
  readonly wallMs: number | null;
  /** What stopped it; "" if nothing did. */
  readonly what: string;
}

export interface SimilarView {
  readonly exercise: string;
  readonly students: readonly [number, number];
  readonly share: number;
}

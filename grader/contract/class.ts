import type { Language } from "./messages.ts";
import type { Report } from "./report.ts";
import type { Submission } from "./sandbox.ts";

/** One student as the roster, the learning platform or the folder names them. */
export interface Student {
  /** Unique in the class; the platform's own id where there is one. */
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly language?: Language;
  /** What platforms call the same student: Canvas's user id, Moodle's participant number, a GitHub account. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** One student's file for one exercise, as it was handed in. */
export interface Received {
  readonly student: string;
  readonly exercise: string;
  readonly submission: Submission;
  /** When it was handed in, in ISO 8601, where the source tells. */
  readonly receivedAt?: string;
  readonly late?: boolean;
  /** Where it was found: a path inside what was read. */
  readonly origin: string;
}

/** Something that was not taken, and why: reported, never fatal to the rest. */
export interface Refused {
  readonly student?: string;
  readonly exercise?: string;
  readonly origin: string;
  readonly code: RefusalCode;
  /** For instructors, in English. */
  readonly reason: string;
}

export type RefusalCode =
  | "symlink"
  | "path-traversal"
  | "nested-archive"
  | "archive-too-large"
  | "archive-broken"
  | "not-text"
  | "too-large"
  | "unknown-exercise"
  | "unknown-student"
  | "duplicate-student"
  | "superseded"
  | "unreadable";

/** A class as read: every student of the roster is there, also who handed nothing in. */
export interface ClassSubmissions {
  readonly students: readonly Student[];
  readonly received: readonly Received[];
  readonly refused: readonly Refused[];
}

/** What a grade is a pure function of; equal keys have equal verdicts, so a grade is written once. */
export interface GradeKey {
  readonly student: string;
  readonly exercise: string;
  readonly exerciseVersion: string;
  /** SHA-256 of the source, hexadecimal. */
  readonly submissionHash: string;
  readonly graderVersion: string;
  readonly seedCommitment: string;
}

export interface Grade extends GradeKey {
  readonly report: Report;
  readonly gradedAt: string;
}

/** course.json: late policy, weights, comments. All of it optional. */
export interface Course {
  readonly title?: string;
  /** Weight of each exercise in the total; 1 by default. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly late?: {
    /** ISO 8601; per exercise or for all under "*". */
    readonly due?: Readonly<Record<string, string>>;
    /** Share of the score lost for each day begun after the due time. */
    readonly perDay?: number;
    /** Never more than this share. */
    readonly atMost?: number;
  };
}

/** A grade with everything that reports need beside it. */
export interface ClassEntry {
  readonly student: Student;
  readonly exercise: string;
  readonly received?: Received;
  readonly grade?: Grade;
  /** Score after the late policy, and the share that it took. */
  readonly score: number;
  readonly maxScore: number;
  readonly latePenalty: number;
}

export interface ClassResults {
  readonly course: Course;
  readonly students: readonly Student[];
  readonly exercises: readonly string[];
  readonly entries: readonly ClassEntry[];
  readonly refused: readonly Refused[];
}

/** comments.json is a list of these: what an instructor says to one student about one function. */
export interface InstructorComment {
  readonly student: string;
  readonly exercise: string;
  /** The whole exercise where it is left out. */
  readonly function?: string;
  readonly text: string;
}

/** Two submissions of one exercise that are nearly the same text under other names. */
export interface Likeness {
  readonly exercise: string;
  readonly students: readonly [string, string];
  /** Share of fingerprints that they have in common, 0 to 1. */
  readonly share: number;
}

import type { Backend, Probe } from "#contract/backend.ts";
import type { InstructorComment } from "#contract/class.ts";
import type { ClassView } from "#contract/classView.ts";
import type { TypeSpec } from "#contract/values.ts";
import type { Language, Localized } from "#contract/messages.ts";
import type { CaseResult, CheckKind, Report } from "#contract/report.ts";
import type { SandboxMode } from "#contract/sandbox.ts";
import type { Frame, SceneEvent } from "#contract/scene.ts";

/** What an editor may ask of the engine process: JSON-RPC over its standard streams. One entry per method. */
export interface Requests extends ClassRequests {
  readonly list: { readonly params: Empty; readonly result: Listing };
  readonly cases: { readonly params: { readonly exercise: string }; readonly result: CaseListing };
  readonly check: { readonly params: CheckParams; readonly result: CheckResult };
  readonly counterexample: {
    readonly params: CounterexampleParams;
    /** Ready to be read, line by line; null when the function is right, or nothing small shows what is wrong. */
    readonly result: { readonly text: Localized | null };
  };
  readonly hint: { readonly params: HintParams; readonly result: HintResult };
  readonly statement: { readonly params: StatementParams; readonly result: { readonly markdown: string } };
  readonly picture: { readonly params: PictureParams; readonly result: Frame };
  readonly starter: {
    readonly params: { readonly exercise: string };
    readonly result: { readonly source: string };
  };
  readonly debugProgram: { readonly params: DebugParams; readonly result: { readonly program: string } };
  readonly exportSubmission: {
    readonly params: ExportParams;
    /** A .zip in base64. */
    readonly result: { readonly archive: string };
  };
  readonly doctor: { readonly params: Empty; readonly result: Findings };
}

/** What is said without an answer. */
export interface Notifications {
  /** To the engine: this exercise is about to be worked on; have its expected values ready. */
  readonly warm: {
    readonly exercise: string;
    /** For its picture, which has a sandbox of its own and asks the references for what nobody has asked before. */
    readonly picture?: boolean;
  };
  /** From the engine: how far a check is. */
  readonly progress: { readonly file: string; readonly stage: Stage };
}

export type Method = keyof Requests;
export type Stage = "waiting" | "preparing" | "checking";
type Empty = Readonly<Record<string, never>>;

export interface Listing {
  /** In the order of the course. */
  readonly exercises: readonly ExerciseSummary[];
  /** Exercises that cannot be loaded, each with the reason. */
  readonly broken: readonly string[];
}

export interface ExerciseSummary {
  readonly id: string;
  readonly version: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly track: { readonly number: number; readonly title: Localized };
  readonly prerequisites: readonly string[];
  readonly minutes: number;
  readonly maxScore: number;
  readonly functions: readonly FunctionSummary[];
  /** Whether there is a picture of it. */
  readonly picture: boolean;
  readonly sources: readonly { readonly title: string; readonly equation?: string }[];
}

export interface FunctionSummary {
  readonly name: string;
  readonly points: number;
  /** As one would write it: `dMu(x: number[n], mu: number, s2: number): number`. */
  readonly signature: string;
  readonly parameters: readonly { readonly name: string; readonly type: TypeSpec }[];
  /** The starter's comment above it: the formula in Unicode and what each argument is. */
  readonly contract: Localized;
  readonly hintLevels: number;
}

export type CaseListing = Readonly<
  Record<string, readonly { readonly id: string; readonly kind: CheckKind }[]>
>;

export interface CheckParams {
  readonly exercise: string;
  readonly source: string;
  /** The file's full path or URI: a newer check of the same file supersedes an older one. */
  readonly file: string;
  readonly seed?: string;
  /** Also tell inputs, expected and own results of failed cases. */
  readonly examples?: boolean;
}

export interface CheckResult {
  readonly report: Report;
  readonly sentences: Readonly<Record<string, FunctionSentences>>;
  readonly examples: readonly Example[];
  /** By function, the expression in which the slip was made, where it is known. */
  readonly places?: Readonly<Record<string, Place>>;
  /** With the examples: by function, the smallest counterexample that was found. */
  readonly counterexamples?: Readonly<Record<string, Localized>>;
}

/** Lines and columns from 1; the end lies just behind the last character. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What is said about one function, ready to be shown in either language. */
export interface FunctionSentences {
  readonly says: Localized;
  /** Where to look, when the slip has a name. */
  readonly look: Localized | null;
  /** `case n-3: expected 0.6931, got 1.3863` */
  readonly mismatch: Localized | null;
}

export interface CounterexampleParams {
  readonly exercise: string;
  readonly source: string;
  /** As in a check: a check of the same file ends the search. */
  readonly file: string;
  readonly function: string;
  /** That of the check that found the function wrong. */
  readonly seed?: string;
}

export interface Example extends Pick<CaseResult, "kind"> {
  readonly function: string;
  readonly case: string;
  readonly inputs: string;
  readonly expected: string;
  readonly got: string;
}

export interface HintParams {
  readonly exercise: string;
  readonly function: string;
  readonly level: number;
  readonly language: Language;
  /** What the student has written so far: the second hint then begins with a counterexample to it. */
  readonly source?: string;
  /** Where that is written: a check of the same file ends the search. */
  readonly file?: string;
}

export interface HintResult {
  /** Markdown with TeX between dollars; empty when there is no such level. */
  readonly markdown: string;
  readonly level: number;
  readonly levels: number;
}

export interface StatementParams {
  readonly exercise: string;
  readonly language: Language;
}

export interface PictureParams {
  readonly exercise: string;
  /** The file's full path or URI: a newer frame of the same file supersedes an older one. */
  readonly file: string;
  /** Null runs nothing of the student's. */
  readonly source: string | null;
  /** As the frame before gave it, or null to begin. */
  readonly state: unknown;
  readonly events: readonly SceneEvent[];
  /** The state is one that a page kept while its window was closed. */
  readonly restored?: boolean;
  /** The slips that the last check named, by function. */
  readonly named: Readonly<Record<string, string>>;
}

export interface DebugParams {
  readonly exercise: string;
  readonly source: string;
  readonly path: string;
  readonly function: string;
  readonly case: string;
}

export interface ExportParams {
  readonly files: readonly { readonly exercise: string; readonly source: string }[];
}

/** gradus-submission.json inside the archive. */
export interface SubmissionIndex {
  readonly schemaVersion: 1;
  readonly graderVersion: string;
  readonly exercises: readonly {
    readonly exercise: string;
    readonly exerciseVersion: string;
    readonly file: string;
    readonly sha256: string;
  }[];
}

/** What is there, and of what is not, why. */
export interface Findings {
  readonly gradus: string;
  readonly node: string;
  readonly v8: string;
  readonly platform: string;
  readonly backend: Backend;
  readonly rungs: readonly Probe[];
  readonly sandboxes: readonly {
    readonly mode: SandboxMode;
    readonly ok: boolean;
    readonly runtime?: string;
    readonly why?: string;
  }[];
  readonly exercises: readonly string[];
  readonly cache: string;
}

/** What may be asked about a class that was graded: all of it is read from its results folder. */
export interface ClassRequests {
  readonly classReport: { readonly params: { readonly folder: string }; readonly result: ClassView };
  readonly gradedSubmission: { readonly params: SubmissionParams; readonly result: GradedSubmission };
  /** Says something to a student, or takes it back, and renews what carries it. */
  readonly comment: {
    readonly params: CommentParams;
    readonly result: {
      readonly comments: readonly InstructorComment[];
      /** False for a class of exercises that the engine has not got: the next grading writes the comments into its pages. */
      readonly isRenewed: boolean;
    };
  };
}

export interface SubmissionPlace {
  /** The results folder. */
  readonly folder: string;
  readonly student: string;
  readonly exercise: string;
}

export interface SubmissionParams extends SubmissionPlace {
  /** What was graded: a folder or an archive. */
  readonly submissions: string;
}

export interface GradedSubmission {
  /** The student's name. */
  readonly name: string;
  readonly source: string;
  /** Whether the text is the one that was graded. */
  readonly isAsGraded: boolean;
  /** Null where it was handed in and has no grade. */
  readonly result: CheckResult | null;
  /** What was said to this student about this exercise. */
  readonly comments: readonly InstructorComment[];
}

export interface CommentParams extends SubmissionPlace {
  /** Null for the exercise as a whole. */
  readonly function: string | null;
  /** Null takes it back. */
  readonly text: string | null;
  /** Whether it goes with what is said there by then; otherwise it takes its place. */
  readonly besides?: boolean;
}

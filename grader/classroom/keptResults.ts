import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { validateResults } from "#catalog/validators.js";
import type {
  ClassEntry,
  ClassResults,
  Course,
  Grade,
  InstructorComment,
  Likeness,
  Refused,
  Student,
} from "#contract/class.ts";
import { GradusError } from "#contract/errors.ts";
import type { Report } from "#contract/report.ts";
import type { SheetParts } from "#exchange/write/gradeSheet.ts";

/** A results folder as it was written, whoever wrote it. */
export type KeptResults = Omit<SheetParts, "texts" | "language">;

/** results.json, checked once; everything after it may trust its shape. */
export async function readResults(folder: string): Promise<KeptResults> {
  const path = join(folder, "results.json");
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new GradusError(
      "file-not-found",
      `${folder} holds no results of a class: there is no results.json.`,
      {
        cause,
      },
    );
  });
  const data = parsed(text, path);
  return {
    results: resultsOf(data),
    comments: data.comments,
    likenesses: data.similar,
    notCompared: data.notCompared,
  };
}

/** When it was written last, so that who has read it knows whether to read it again. */
export async function writtenAt(folder: string): Promise<number> {
  return await stat(join(folder, "results.json")).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

interface ResultsFile {
  readonly course: Course;
  readonly exercises: readonly string[];
  readonly students: readonly (Student & { readonly total: number })[];
  readonly entries: readonly EntryOfFile[];
  readonly refused: readonly Refused[];
  readonly comments: readonly InstructorComment[];
  readonly similar: readonly Likeness[];
  readonly notCompared: SheetParts["notCompared"];
}

interface EntryOfFile extends Pick<ClassEntry, "exercise" | "score" | "maxScore" | "latePenalty"> {
  readonly student: string;
  readonly received: {
    readonly fileName: string;
    readonly origin: string;
    readonly receivedAt: string | null;
    readonly late: boolean;
  } | null;
  readonly grade: (Pick<Grade, "submissionHash" | "gradedAt"> & { readonly report: Report }) | null;
}

function parsed(text: string, path: string): ResultsFile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new GradusError("file-not-readable", `${path} is no JSON: ${String(cause)}`, { cause });
  }
  if (validateResults(data)) return data as ResultsFile;
  const [first] = validateResults.errors ?? [];
  const complaint = `${first?.instancePath || "it"} ${first?.message ?? "is not valid"}`;
  throw new GradusError("file-not-readable", `${path}: ${complaint}.`);
}

function resultsOf({ course, exercises, students: listed, entries, refused }: ResultsFile): ClassResults {
  const students = listed.map(({ total: _total, ...student }): Student => student);
  const byId = new Map(students.map((student) => [student.id, student]));
  return {
    course,
    exercises,
    students,
    entries: entries.flatMap((one) => {
      const student = byId.get(one.student);
      return student === undefined ? [] : [entryOf(one, student)];
    }),
    refused,
  };
}

function entryOf({ received, grade, ...entry }: EntryOfFile, student: Student): ClassEntry {
  const { exercise } = entry;
  return {
    ...entry,
    student,
    ...(received && {
      received: {
        student: student.id,
        exercise,
        // what was handed in lies in files of its own
        submission: { fileName: received.fileName, source: "" },
        origin: received.origin,
        late: received.late,
        ...(received.receivedAt === null ? {} : { receivedAt: received.receivedAt }),
      },
    }),
    ...(grade && {
      grade: {
        student: student.id,
        exercise,
        exerciseVersion: grade.report.exerciseVersion,
        submissionHash: grade.submissionHash,
        graderVersion: grade.report.graderVersion,
        seedCommitment: grade.report.seed.commitment,
        gradedAt: grade.gradedAt,
        report: grade.report,
      },
    }),
  };
}

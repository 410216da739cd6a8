import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { exerciseFolder } from "#catalog/folders.ts";
import { loadExercise } from "#catalog/loadExercise.ts";
import { textsOf } from "#catalog/texts.ts";
import { classView } from "#classroom/classView.ts";
import {
  commentsFile,
  readComments,
  withComment,
  withMore,
  withoutComment,
  writeComments,
} from "#classroom/comments.ts";
import { readResults, writtenAt } from "#classroom/keptResults.ts";
import { GradusError } from "#contract/errors.ts";
import type { Report } from "#contract/report.ts";
import { readAt } from "#exchange/read/readAt.ts";
import { gradeSheet, type GradeSheet } from "#exchange/write/gradeSheet.ts";
import type { ExerciseReading } from "#exchange/write/reading.ts";
import { writeComments as writeFeedback } from "#exchange/write/writeResults.ts";
import type {
  CheckResult,
  ClassRequests,
  CommentParams,
  GradedSubmission,
  SubmissionParams,
} from "./client/protocol.ts";
import { sentencesOf } from "./sentences.ts";

type ClassAnswers = {
  readonly [M in keyof ClassRequests]: (
    params: ClassRequests[M]["params"],
  ) => Promise<ClassRequests[M]["result"]>;
};

/** Results folders as an editor looks at them. The one that was asked for last is kept in memory until it changes. */
export function openClassDesk(exercises: string): ClassAnswers {
  let kept: { readonly folder: string; readonly time: number; readonly desk: Desk } | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const deskAt = async (folder: string): Promise<Desk> => {
    const time = await writtenAt(folder);
    if (kept?.folder !== folder || kept.time !== time)
      kept = { folder, time, desk: await readDesk(folder, exercises) };
    return kept.desk;
  };
  const sheetIn = async (folder: string): Promise<GradeSheet> => (await deskAt(folder)).sheet;
  return {
    classReport: async ({ folder }) => classView(await sheetIn(folder)),
    gradedSubmission: async (place) => submissionAt(place, await sheetIn(place.folder)),
    comment: (params) => {
      // one after the other: each reads the file that the one before it wrote
      const done = turn.then(async () => comment(params, await deskAt(params.folder)));
      turn = done.catch(() => undefined);
      return done;
    },
  };
}

interface Desk {
  readonly sheet: GradeSheet;
  /** Whether all that pages are written with is here. */
  readonly isWhole: boolean;
}

async function readDesk(folder: string, exercises: string): Promise<Desk> {
  const results = await readResults(folder);
  const ids = results.results.exercises;
  const readings = await Promise.all(ids.map((id) => readingOf(exercises, id)));
  const texts = ids.map((id, index) => [id, readings[index] ?? withoutTexts(id)] as const);
  return {
    sheet: gradeSheet({ ...results, texts: Object.fromEntries(texts), language: "en" }),
    isWhole: readings.every((one) => one !== null),
  };
}

/** Null for an exercise that this gradus has not got: a class may have been graded on others. */
async function readingOf(exercises: string, id: string): Promise<ExerciseReading | null> {
  try {
    const exercise = await loadExercise(await exerciseFolder(exercises, id));
    return { title: exercise.manifest.title, sentences: textsOf(exercise) };
  } catch (error) {
    if (error instanceof GradusError) return null;
    throw error;
  }
}

/** To be looked at, ids may stand for titles; on a page that students read they may not. */
function withoutTexts(id: string): ExerciseReading {
  return { title: { en: id, ja: id }, sentences: {} };
}

async function submissionAt(params: SubmissionParams, sheet: GradeSheet): Promise<GradedSubmission> {
  const { folder, submissions, student, exercise } = params;
  const entry = sheet.entry(student, exercise);
  if (entry?.received === undefined)
    throw new GradusError("usage", `${student} handed nothing in for ${exercise}.`);
  const { grade, received } = entry;
  const texts = await readAt(submissions, received.origin, sheet.results.exercises).catch(
    (cause: unknown) => {
      if (!(cause instanceof GradusError) || cause.code !== "file-not-found") throw cause;
      throw new GradusError("submission-not-found", cause.message, { cause });
    },
  );
  const graded = texts.find((text) => hashOf(text) === grade?.submissionHash);
  const source = graded ?? texts[0];
  if (source === undefined)
    throw new GradusError("submission-not-found", `${received.origin} is not in ${submissions}.`);
  return {
    name: entry.student.name,
    source,
    isAsGraded: graded !== undefined,
    result: grade ? resultOf(grade.report, sheet) : null,
    comments: (await commentsBeside(folder, sheet)).filter(
      (one) => one.student === student && one.exercise === exercise,
    ),
  };
}

function resultOf(report: Report, { texts }: GradeSheet): CheckResult {
  return { report, sentences: sentencesOf(report, texts[report.exercise]?.sentences ?? {}), examples: [] };
}

function hashOf(source: string): string {
  return createHash("sha256").update(source).digest("hex");
}

/** Where `gradus grade` run beside its results looks for them; results that were made with others begin with those. */
async function commentsBeside(folder: string, { comments }: GradeSheet): Promise<GradeSheet["comments"]> {
  const path = commentsPath(folder);
  return existsSync(path) ? await readComments(path) : comments;
}

function commentsPath(folder: string): string {
  return join(dirname(resolve(folder)), commentsFile);
}

async function comment(
  { folder, student: id, exercise, function: name, text, besides = false }: CommentParams,
  { sheet, isWhole }: Desk,
): Promise<ClassRequests["comment"]["result"]> {
  const student = sheet.entry(id, exercise)?.student;
  if (student === undefined) throw new GradusError("usage", `${id} has no ${exercise} in this class.`);
  const place = { student: id, exercise, ...(name === null ? {} : { function: name }) };
  const before = await commentsBeside(folder, sheet);
  const said = text?.trim() ?? "";
  const put = besides ? withMore : withComment;
  const comments = said === "" ? withoutComment(before, place) : put(before, { ...place, text: said });
  await writeComments(commentsPath(folder), comments);
  if (isWhole) await writeFeedback(gradeSheet({ ...sheet, comments }), { student, exercise }, folder);
  return {
    comments: comments.filter((one) => one.student === id && one.exercise === exercise),
    isRenewed: isWhole,
  };
}

import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ClassResults, InstructorComment, Student } from "#contract/class.ts";
import type { Language } from "#contract/messages.ts";
import { findLikenesses, type Likenesses } from "../similarity/findLikenesses.ts";
import { canvasCsv } from "./canvasCsv.ts";
import { classPage } from "./class/page.ts";
import { feedbackPage } from "./feedback/page.ts";
import { fileNameOf } from "./fileNames.ts";
import { formats as allFormats, type Format } from "./formats.ts";
import { gradesCsv } from "./gradesCsv.ts";
import { gradeSheet, type GradeSheet } from "./gradeSheet.ts";
import { gradescopeJson } from "./gradescopeJson.ts";
import { junitXml } from "./junitXml.ts";
import { moodleCsv } from "./moodleCsv.ts";
import { nbgraderCsv } from "./nbgraderCsv.ts";
import type { ExerciseReading } from "./reading.ts";
import { resultsJson } from "./resultsJson.ts";

export interface WriteOptions {
  /** The folder; made if it is not there. */
  readonly out: string;
  readonly formats?: readonly Format[];
  readonly texts: Readonly<Record<string, ExerciseReading>>;
  readonly comments?: readonly InstructorComment[];
  /** Of students who have named none; English by default. */
  readonly language?: Language;
}

/** Writes a class's results; gives the paths, relative to `out`. Each file is there whole or not at all. */
export async function writeResults(results: ClassResults, options: WriteOptions): Promise<readonly string[]> {
  const { out, formats = allFormats, texts, comments = [], language = "en" } = options;
  const likenesses = await likenessesFor(formats, results, texts);
  const sheet = gradeSheet({ results, texts, comments, language, ...likenesses });
  const paths: string[] = [];
  for (const format of formats)
    for (const [path, content] of writers[format](sheet)) paths.push(await writeWhole(out, path, content));
  return paths;
}

type Files = Iterable<readonly [path: string, content: string]>;

/** One page is made at a time: a class of thousands does not have to fit into memory as HTML. */
const writers: Readonly<Record<Format, (sheet: GradeSheet) => Files>> = {
  json: (sheet) => [["results.json", resultsJson(sheet)]],
  csv: (sheet) => [["grades.csv", gradesCsv(sheet)]],
  canvas: (sheet) => [["canvas.csv", canvasCsv(sheet)]],
  *moodle(sheet) {
    for (const exercise of sheet.results.exercises) yield [moodlePath(exercise), moodleCsv(sheet, exercise)];
  },
  nbgrader: (sheet) => [["nbgrader.csv", nbgraderCsv(sheet)]],
  *gradescope(sheet) {
    for (const student of sheet.results.students)
      yield [gradescopePath(student), gradescopeJson(sheet, student)];
  },
  junit: (sheet) => [["junit.xml", junitXml(sheet)]],
  *feedback(sheet) {
    for (const student of sheet.results.students) yield [feedbackPath(student), feedbackPage(sheet, student)];
  },
  class: (sheet) => [["class.html", classPage(sheet)]],
};

/** Writes anew what carries comments to one student, and where the class's are listed. */
export async function writeComments(
  sheet: GradeSheet,
  { student, exercise }: { readonly student: Student; readonly exercise: string },
  out: string,
): Promise<void> {
  await writeWhole(out, feedbackPath(student), feedbackPage(sheet, student));
  await writeWhole(out, gradescopePath(student), gradescopeJson(sheet, student));
  await writeWhole(out, moodlePath(exercise), moodleCsv(sheet, exercise));
  await writeWhole(out, "results.json", resultsJson(sheet));
}

function feedbackPath({ id }: Student): string {
  return `feedback/${fileNameOf(id)}.html`;
}

function gradescopePath({ id }: Student): string {
  return `gradescope/${fileNameOf(id)}.json`;
}

function moodlePath(exercise: string): string {
  return `moodle/${fileNameOf(exercise)}.csv`;
}

async function likenessesFor(
  formats: readonly Format[],
  { entries }: ClassResults,
  texts: WriteOptions["texts"],
): Promise<{ likenesses: Likenesses["pairs"]; notCompared: Likenesses["skipped"] }> {
  if (!formats.includes("class") && !formats.includes("json")) return { likenesses: [], notCompared: [] };
  const starters = Object.entries(texts).map(([exercise, { starter = "" }]) => [exercise, starter] as const);
  const received = entries.flatMap((entry) => entry.received ?? []);
  const { pairs, skipped } = await findLikenesses(received, Object.fromEntries(starters));
  return { likenesses: pairs, notCompared: skipped };
}

async function writeWhole(out: string, path: string, content: string | Uint8Array): Promise<string> {
  const target = join(out, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(`${target}.tmp`, content);
  await rename(`${target}.tmp`, target);
  return path;
}

import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Report, Status } from "#contract/report.ts";

/** What a folder's .gradus/progress.json holds: meant to be read by people too. */
export interface Progress {
  readonly schemaVersion: 1;
  readonly exercises: Readonly<Record<string, ExerciseProgress>>;
}

export interface ExerciseProgress {
  /** The file that was checked last, relative to the folder. */
  readonly file?: string;
  readonly score: number;
  readonly maxScore: number;
  readonly best: number;
  readonly checkedAt?: string;
  readonly functions: Readonly<Record<string, FunctionProgress>>;
  /** How many hints of each function were asked for. */
  readonly hints: Readonly<Record<string, number>>;
}

export interface FunctionProgress {
  readonly status: Status;
  readonly points: number;
  readonly maxPoints: number;
}

export const noProgress: Progress = { schemaVersion: 1, exercises: {} };
const untouched: ExerciseProgress = { score: 0, maxScore: 100, best: 0, functions: {}, hints: {} };

export function withReport(
  progress: Progress,
  report: Report,
  at: { readonly file: string; readonly time: string },
): Progress {
  const before = progress.exercises[report.exercise] ?? untouched;
  const functions = report.functions.map(({ name, status, points, maxPoints }) => [
    name,
    { status, points, maxPoints },
  ]);
  return withExercise(progress, report.exercise, {
    ...before,
    file: at.file,
    score: report.score,
    maxScore: report.maxScore,
    best: Math.max(before.best, report.score),
    checkedAt: at.time,
    functions: Object.fromEntries(functions) as ExerciseProgress["functions"],
  });
}

export function withHint(progress: Progress, exercise: string, name: string, level: number): Progress {
  const before = progress.exercises[exercise] ?? untouched;
  const reached = Math.max(level, before.hints[name] ?? 0);
  return withExercise(progress, exercise, { ...before, hints: { ...before.hints, [name]: reached } });
}

function withExercise(progress: Progress, id: string, exercise: ExerciseProgress): Progress {
  return { ...progress, exercises: { ...progress.exercises, [id]: exercise } };
}

/** No file, or one that is not ours any more (edited by hand, of a later version), counts as no progress and is kept aside. */
export async function readProgress(path: string): Promise<Progress> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return noProgress;
  const parsed = parse(text);
  if (parsed !== undefined) return parsed;
  await rename(path, `${path}.unreadable`).catch(() => undefined);
  return noProgress;
}

function parse(text: string): Progress | undefined {
  try {
    const data = JSON.parse(text) as Partial<Progress> | null;
    if (data?.schemaVersion !== 1 || typeof data.exercises !== "object") return undefined;
    const exercises = Object.entries(data.exercises).map(([id, one]) => [id, { ...untouched, ...one }]);
    return { schemaVersion: 1, exercises: Object.fromEntries(exercises) as Progress["exercises"] };
  } catch {
    return undefined;
  }
}

/** Beside the file and then in its place: a crash leaves the old one or the new one. */
export async function writeProgress(path: string, progress: Progress): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, `${JSON.stringify(progress, null, 2)}\n`);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

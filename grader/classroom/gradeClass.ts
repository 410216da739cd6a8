import type { GradeKey } from "#contract/class.ts";
import type { Gradebook } from "#gradebook/gradebook.ts";
import { GradeWriter, keepAndPublish } from "./gradeWriter.ts";
import { gradeWorks } from "./gradeWorks.ts";
import { idOf, placeOf, remaining, type StudentWork } from "./plan.ts";
import type { Room } from "./room.ts";

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Troubled {
  readonly student: string;
  readonly reason: string;
}

export interface GradeClassOptions {
  readonly classId: string;
  readonly works: readonly StudentWork[];
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface Graded {
  readonly troubled: readonly Troubled[];
  /** Grades that count, but are of an earlier submission, exercise version or seed. */
  readonly outdated: readonly GradeKey[];
}

/**
 * Grades what has no grade that counts yet. What was graded before a kill is found by its key and not graded again; what
 * counts already is left as it is, whatever has changed since.
 */
export async function gradeClass(
  gradebook: Gradebook,
  openRoom: () => Promise<Room>,
  options: GradeClassOptions,
): Promise<Graded> {
  const official = new Map((await gradebook.official(options.classId)).map((key) => [placeOf(key), key]));
  const tasks = options.works.flatMap((work) => work.tasks);
  const outdated = tasks.flatMap(({ key }) => {
    const counts = official.get(placeOf(key));
    return counts === undefined || idOf(counts) === idOf(key) ? [] : [counts];
  });
  const open = remaining(options.works, (key) => official.has(placeOf(key)));
  const keys = open.flatMap((work) => work.tasks.map(({ key }) => key));
  const kept = await gradebook.kept(keys);
  await gradebook.publish(options.classId, kept);
  const known = new Set(kept.map(idOf));
  const works = remaining(open, (key) => known.has(idOf(key)));
  const writer = new GradeWriter((grades) => keepAndPublish(gradebook, options.classId, grades));
  const troubled = await gradeInto(writer, openRoom, { ...options, works, total: tasks.length });
  return { troubled, outdated };
}

/** Also what a regrade does, with a writer that makes nothing count. */
export async function gradeInto(
  writer: GradeWriter,
  openRoom: () => Promise<Room>,
  options: Omit<GradeClassOptions, "classId"> & { readonly total: number },
): Promise<readonly Troubled[]> {
  const { works, total, onProgress } = options;
  let done = total - works.reduce((sum, { tasks }) => sum + tasks.length, 0);
  onProgress({ done, total });
  if (works.length === 0) return [];
  const troubled: Troubled[] = [];
  const room = await openRoom();
  try {
    await gradeWorks(works, room, {
      jobs: options.jobs,
      signal: options.signal,
      hear: {
        graded: (grades) => {
          writer.add(grades);
          done += grades.length;
          onProgress({ done, total });
        },
        troubled: ({ student }, error) => {
          troubled.push({ student, reason: error instanceof Error ? error.message : String(error) });
        },
      },
    });
  } finally {
    await Promise.all([writer.close(), room.close()]);
  }
  return troubled;
}

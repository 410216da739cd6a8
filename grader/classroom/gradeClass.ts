import type { Gradebook } from "#gradebook/gradebook.ts";
import { GradeWriter, keepAndPublish } from "./gradeWriter.ts";
import { gradeWorks } from "./gradeWorks.ts";
import type { StudentWork } from "./plan.ts";
import type { Room } from "./room.ts";
import { todoOf, type Todo } from "./todo.ts";

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

export interface Graded extends Pick<Todo, "outdated"> {
  readonly troubled: readonly Troubled[];
}

/** Grades what has no grade yet. */
export async function gradeClass(
  gradebook: Gradebook,
  openRoom: () => Promise<Room>,
  options: GradeClassOptions,
): Promise<Graded> {
  const { works, total, outdated } = await todoOf(gradebook, options.classId, options.works);
  const writer = new GradeWriter((grades) => keepAndPublish(gradebook, options.classId, grades));
  return { troubled: await gradeInto(writer, openRoom, { ...options, works, total }), outdated };
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

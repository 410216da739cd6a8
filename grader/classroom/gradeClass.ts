import type { Grade } from "#contract/class.ts";
import type { Gradebook, Place } from "#gradebook/gradebook.ts";
import { giveUp, turnsOf } from "./attempts.ts";
import { GradeWriter, keepAndPublish } from "./gradeWriter.ts";
import { gradeWorks, type Hear } from "./gradeWorks.ts";
import { OpenAttempts } from "./openAttempts.ts";
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
  /** Submissions that have ended the grader too often, now or earlier: graded as what cannot be graded. */
  readonly givenUp: readonly Place[];
}

/** Grades what has no grade yet. */
export async function gradeClass(
  gradebook: Gradebook,
  openRoom: () => Promise<Room>,
  options: GradeClassOptions,
): Promise<Graded> {
  const { works, total, outdated, givenUp } = await todoOf(gradebook, options.classId, options.works);
  const keep: Keep = (grades) => keepAndPublish(gradebook, options.classId, grades);
  const found = await gradeAndKeep({ gradebook, keep, openRoom }, { ...options, works, total });
  return { ...found, outdated, givenUp: [...givenUp, ...found.givenUp] };
}

export type Keep = (grades: readonly Grade[]) => Promise<void>;

interface Desk {
  readonly gradebook: Gradebook;
  /** Writes what was found; a regrade's makes nothing count. */
  readonly keep: Keep;
  readonly openRoom: () => Promise<Room>;
}

interface Left extends GradeClassOptions {
  readonly total: number;
}

/** Also what a regrade does. */
export async function gradeAndKeep(desk: Desk, options: Left): Promise<Omit<Graded, "outdated">> {
  const { works, total, onProgress, classId } = options;
  onProgress({ done: total - works.reduce((sum, { tasks }) => sum + tasks.length, 0), total });
  if (works.length === 0) return { troubled: [], givenUp: [] };
  const turns = await turnsOf(desk.gradebook, classId, works);
  const room = await desk.openRoom();
  const record = new ClassRecord(desk, options);
  try {
    for (const task of turns.givenUp) record.graded(await giveUp(task, room));
    const { jobs, signal } = options;
    await gradeWorks(turns.fresh, room, { jobs, signal, hear: record.hear({ alone: false }) });
    await record.settle();
    await gradeWorks(turns.suspects, room, { jobs: 1, signal, hear: record.hear({ alone: true }) });
  } finally {
    await Promise.all([record.settle(), room.close()]);
  }
  return { troubled: record.troubled, givenUp: turns.givenUp.map(({ key }) => key) };
}

/** Keeps what comes, and on the record what has begun to be graded and not ended. */
class ClassRecord {
  readonly troubled: Troubled[] = [];
  readonly #options: Left;
  readonly #writer: GradeWriter;
  readonly #attempts: OpenAttempts;
  #done: number;

  constructor({ gradebook, keep }: Desk, options: Left) {
    this.#attempts = new OpenAttempts(gradebook, options.classId);
    this.#options = options;
    this.#done = options.total - options.works.reduce((sum, { tasks }) => sum + tasks.length, 0);
    this.#writer = new GradeWriter(async (grades) => {
      await keep(grades);
      await this.#attempts.end(grades);
    });
  }

  hear(how: { readonly alone: boolean }): Hear {
    return {
      begins: async ({ key }) => {
        await this.#attempts.begin(key, how);
      },
      graded: (grade) => {
        this.graded(grade);
      },
      troubled: ({ student }, error) => {
        this.troubled.push({ student, reason: error instanceof Error ? error.message : String(error) });
      },
      // what is written before the next one begins is out of reach of the next one's death
      ends: async () => {
        if (how.alone) await this.settle();
      },
    };
  }

  graded(grade: Grade): void {
    this.#writer.add(grade);
    this.#done += 1;
    this.#options.onProgress({ done: this.#done, total: this.#options.total });
  }

  /** Nothing is being graded: what is left was stopped, or had trouble that the grader survived. */
  async settle(): Promise<void> {
    await this.#writer.flush();
    await this.#attempts.endRest();
  }
}

import type { Grade } from "#contract/class.ts";
import { GradusError } from "#contract/errors.ts";
import type { Report } from "#contract/report.ts";
import type { Sandbox } from "#contract/sandbox.ts";
import { grade } from "#engine/grade.ts";
import { noteDeaths } from "./noteDeaths.ts";
import type { StudentWork, Task } from "./plan.ts";
import { wasCancelled, type Room } from "./room.ts";
import { verdictOf } from "./verdict.ts";

/** So often is a submission tried whose sandbox dies in ever different ways, or does not start. */
const tries = 6;

export interface HearTasks {
  /** Awaited before anything of this file runs. */
  readonly begins: (task: Task) => Promise<void>;
  readonly graded: (grade: Grade, task: Task) => void;
}

/**
 * Grades what one student handed in, in one sandbox, with a fresh realm for each exercise.
 * A sandbox that dies of anything but its deadline may have been killed from outside (the machine's memory ran out, somebody
 * killed it), which must cost nobody a mark: such a verdict counts once a fresh sandbox has given it a second time.
 */
export async function gradeStudent(
  { tasks }: StudentWork,
  room: Room,
  { hear, signal }: { readonly hear: HearTasks; readonly signal: AbortSignal },
): Promise<void> {
  const seat = new Seat(room, signal);
  try {
    for (const task of tasks) {
      await hear.begins(task);
      const report = await confirmed(task, room, seat);
      hear.graded({ ...task.key, report, gradedAt: new Date().toISOString() }, task);
    }
  } finally {
    await seat.close();
  }
}

async function confirmed(task: Task, room: Room, seat: Seat): Promise<Report> {
  const seen = new Set<string>();
  let trouble: unknown;
  let last: Report | undefined;
  for (let time = 0; time < tries; time++) {
    const attempt = await gradeOnce(task, room, seat).catch((error: unknown) => {
      if (wasCancelled(error) || !isOfSandbox(error)) throw error;
      trouble = error;
      return undefined;
    });
    if (attempt?.died === false) return attempt.report;
    await seat.renew();
    if (attempt === undefined) continue;
    last = attempt.report;
    const verdict = verdictOf(last);
    if (seen.has(verdict)) return last;
    seen.add(verdict);
  }
  if (last !== undefined) return last; // nobody has such bad luck: it dies by itself, in several ways
  const { student, exercise } = task.key;
  throw new GradusError("sandbox-failed", `${student}, ${exercise}: the sandbox does not start.`, {
    cause: trouble,
  });
}

async function gradeOnce({ key, submission, seed }: Task, { grader, ports, expected }: Room, seat: Seat) {
  const exercise = await grader.exercise(key.exercise);
  const { sandbox, deaths } = noteDeaths(await seat.sandbox());
  const drawn = expected.drawn(exercise, seed);
  const report = await grade({ exercise, submission, seed }, { ...ports, sandbox }, drawn);
  return { report, died: deaths() > 0 };
}

function isOfSandbox(error: unknown): boolean {
  return error instanceof GradusError && error.code === "sandbox-failed";
}

/** Where the student's code sits: a sandbox that is opened when needed and closed at once when the class is stopped. */
class Seat {
  readonly #room: Room;
  readonly #signal: AbortSignal;
  #sandbox: Promise<Sandbox> | undefined;

  constructor(room: Room, signal: AbortSignal) {
    this.#room = room;
    this.#signal = signal;
    signal.addEventListener("abort", this.#stop);
  }

  sandbox(): Promise<Sandbox> {
    if (this.#signal.aborted) return Promise.reject(new GradusError("cancelled", "The grading was stopped."));
    return (this.#sandbox ??= this.#room.openSandbox());
  }

  readonly #stop = (): void => {
    void this.renew();
  };

  async renew(): Promise<void> {
    const old = this.#sandbox;
    this.#sandbox = undefined;
    await (await old?.catch(() => undefined))?.close();
  }

  async close(): Promise<void> {
    this.#signal.removeEventListener("abort", this.#stop);
    await this.renew();
  }
}

import type { Grade } from "#contract/class.ts";
import { GradusError } from "#contract/errors.ts";
import type { Gradebook } from "#gradebook/gradebook.ts";
import type { FetchedJob, GradingQueue } from "#gradebook/server/queue.ts";
import { GradeWriter, keepAndPublish } from "./gradeWriter.ts";
import { workOf, type JobData } from "./jobs.ts";
import { OpenAttempts } from "./openAttempts.ts";
import type { StudentWork, Task } from "./plan.ts";
import type { Room } from "./room.ts";
import { todoOf } from "./todo.ts";

export interface Desk {
  readonly gradebook: Gradebook;
  readonly queue: GradingQueue;
  readonly room: Room;
}

/** A job that comes to trouble, no death, is not begun again more often than this. */
const retriesAllowed = 10;

/** One job at a worker: its grades are kept as they come, so that a death costs none of them. */
export class JobRecord {
  readonly classId: string;
  /** What of it has no grade yet. */
  readonly tasks: readonly Task[];
  readonly #desk: Desk;
  readonly #job: FetchedJob;
  readonly #attempts: OpenAttempts;
  readonly #writer: GradeWriter;
  #left: number;
  #trouble: unknown;

  private constructor(desk: Desk, job: FetchedJob, tasks: readonly Task[]) {
    const { classId } = job.data as JobData;
    this.classId = classId;
    this.tasks = tasks;
    this.#desk = desk;
    this.#job = job;
    this.#left = tasks.length;
    this.#attempts = new OpenAttempts(desk.gradebook, classId);
    this.#writer = new GradeWriter(async (grades) => {
      await keepAndPublish(desk.gradebook, classId, grades);
      await this.#attempts.end(grades);
      this.#left -= grades.length;
      if (this.isDone) await desk.queue.complete([job.id]);
    });
  }

  static async open(desk: Desk, job: FetchedJob): Promise<JobRecord> {
    const works = [await workFor(desk, job)];
    const { classId } = job.data as JobData;
    // whoever began it before may have graded some of it
    const { works: left } = job.retries === 0 ? { works } : await todoOf(desk.gradebook, classId, works);
    const record = new JobRecord(
      desk,
      job,
      left.flatMap(({ tasks }) => tasks),
    );
    if (record.isDone) await desk.queue.complete([job.id]);
    return record;
  }

  get isDone(): boolean {
    return this.#left === 0;
  }

  get student(): string {
    return (this.#job.data as JobData).student;
  }

  async begins({ key }: Task, how: { readonly alone: boolean }): Promise<void> {
    await this.#attempts.begin(key, how);
  }

  graded(grade: Grade): void {
    this.#writer.add(grade);
  }

  troubled(error: unknown): void {
    this.#trouble = error;
  }

  /** Nothing of it is being graded. */
  async settle(): Promise<void> {
    await this.#writer.flush();
    await this.#attempts.endRest();
  }

  /** Nothing of it will be graded here any more. What is left is begun again, here or elsewhere. */
  async close(): Promise<void> {
    await this.settle();
    if (this.#trouble !== undefined) await putBack(this.#desk, this.#job, this.#trouble);
  }
}

/** To be begun again later, unless that was tried often enough. */
export async function putBack({ gradebook, queue }: Desk, job: FetchedJob, trouble: unknown): Promise<void> {
  const reason = trouble instanceof Error ? trouble.message : String(trouble);
  if (job.retries < retriesAllowed) {
    await queue.fail(job.id, reason);
    return;
  }
  const { classId, student } = job.data as JobData;
  await gradebook.noteSetback(classId, { student, reason });
  await queue.complete([job.id]);
}

async function workFor({ gradebook }: Desk, job: FetchedJob): Promise<StudentWork> {
  const data = job.data as JobData;
  const secret = await gradebook.seed(data.seedCommitment);
  if (secret === undefined)
    throw new GradusError("gradebook-failed", "The class's seed is not in the gradebook.");
  return workOf(data, secret);
}

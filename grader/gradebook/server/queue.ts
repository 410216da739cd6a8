import { PgBoss } from "pg-boss";
import type { Database } from "../database.ts";

export interface QueuedJob {
  /** Equal work has an equal id (a UUID), so that it is queued once. */
  readonly id: string;
  readonly data: object;
}

export interface FetchedJob {
  readonly id: string;
  readonly data: unknown;
  /** How often it was begun before and came to nothing. */
  readonly retries: number;
}

/** A worker that is not heard of for so long is taken for dead, and its jobs go to others; pg-boss allows no less. */
const heartbeatSeconds = 10;
/** Somebody looks for dead workers so often. */
const lookSeconds = 2;
/** So often is a job begun again; whoever works on it gives up much earlier what fails, or takes its worker along. */
const retryLimit = 100;
const oneDaySeconds = 24 * 60 * 60;

/** Jobs for workers on any number of machines, in the same database as the grades. */
export class GradingQueue {
  readonly #boss: PgBoss;
  readonly #name: string;

  private constructor(boss: PgBoss, name: string) {
    this.#boss = boss;
    this.#name = name;
  }

  static async over(database: Database, name: string): Promise<GradingQueue> {
    const boss = new PgBoss({
      db: {
        executeSql: async (text, values) => ({ rows: [...(await database.query<object>(text, values))] }),
      },
      schedule: false,
      superviseIntervalSeconds: lookSeconds,
      monitorIntervalSeconds: lookSeconds,
    });
    boss.on("error", () => undefined); // what fails in its own rounds is done in the next; our own calls throw
    const queue = new GradingQueue(boss, name);
    try {
      await boss.start();
      await queue.#create();
      return queue;
    } catch (error) {
      await queue.close(); // its rounds would keep the process alive
      throw error;
    }
  }

  async #create(): Promise<void> {
    const kept = { retentionSeconds: 30 * oneDaySeconds, deleteAfterSeconds: oneDaySeconds };
    await this.#boss.createQueue(this.#givenUp, kept);
    await this.#boss.createQueue(this.#name, {
      ...kept,
      deadLetter: this.#givenUp,
      expireInSeconds: oneDaySeconds - 1, // the heartbeat tells much earlier
      heartbeatSeconds,
      retryLimit,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 60,
    });
  }

  get #givenUp(): string {
    return `${this.#name}.given-up`;
  }

  /**
   * Queues these jobs and takes back whatever else waits and matches. One that waits or runs already is left alone; one that
   * was given up earlier begins anew.
   */
  async replace(matching: object, jobs: readonly QueuedJob[]): Promise<void> {
    const wanted = new Set(jobs.map(({ id }) => id));
    const found = await this.#boss.findJobs(this.#name, { data: matching });
    const stale = found.filter(({ id, state }) =>
      wanted.has(id) ? ended.has(state) : state === "created" || state === "retry",
    );
    const ids = stale.map(({ id }) => id);
    if (ids.length > 0) await this.#boss.deleteJob(this.#name, ids);
    if (jobs.length > 0) await this.#boss.insert(this.#name, [...jobs]);
  }

  async fetch(count: number): Promise<readonly FetchedJob[]> {
    const jobs = await this.#boss.fetch(this.#name, { batchSize: count, includeMetadata: true });
    return jobs.map(({ id, data, retryCount }) => ({ id, data, retries: retryCount }));
  }

  /** Says that these are still being worked on. */
  async touch(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#boss.touch(this.#name, [...ids]);
  }

  async complete(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#boss.complete(this.#name, [...ids]);
  }

  /** To be begun again later, here or elsewhere, unless that was tried often enough. */
  async fail(id: string, reason: string): Promise<void> {
    await this.#boss.fail(this.#name, id, { reason });
  }

  /** What was given up, once each. */
  async takeGivenUp(): Promise<readonly FetchedJob[]> {
    const jobs = await this.#boss.fetch(this.#givenUp, { batchSize: 100, includeMetadata: true });
    const ids = jobs.map(({ id }) => id);
    if (ids.length > 0) await this.#boss.complete(this.#givenUp, ids);
    return jobs.map(({ id, data, retryCount }) => ({ id, data, retries: retryCount }));
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false, close: false });
  }
}

const ended: ReadonlySet<string> = new Set(["completed", "cancelled", "failed"]);

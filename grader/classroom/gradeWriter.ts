import type { Grade } from "#contract/class.ts";
import type { Gradebook } from "#gradebook/gradebook.ts";

/** Writes grades a few at a time, in their order: a commit of its own for each would wait for the disk each time. */
export class GradeWriter {
  readonly #write: (grades: readonly Grade[]) => Promise<void>;
  #waiting: Grade[] = [];
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #trouble: Error | undefined;

  constructor(write: (grades: readonly Grade[]) => Promise<void>) {
    this.#write = write;
  }

  add(grade: Grade): void {
    if (this.#trouble !== undefined) throw this.#trouble;
    this.#waiting.push(grade);
    if (this.#waiting.length >= together) this.#send();
    else
      this.#timer ??= setTimeout(() => {
        this.#send();
      }, patienceMs);
  }

  /** Resolves when all that was added is written. */
  async flush(): Promise<void> {
    this.#send();
    await this.#writing;
    if (this.#trouble !== undefined) throw this.#trouble;
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const grades = this.#waiting;
    this.#waiting = [];
    this.#writing = this.#writing
      .then(() => this.#write(grades))
      .catch((error: unknown) => {
        this.#trouble ??= error instanceof Error ? error : new Error(String(error));
      });
  }
}

const together = 50;
const patienceMs = 250;

/** Kept first and then made to count: what a kill leaves between the two is found again. */
export async function keepAndPublish(
  gradebook: Gradebook,
  classId: string,
  grades: readonly Grade[],
): Promise<void> {
  await gradebook.keep(grades);
  await gradebook.publish(classId, grades);
}

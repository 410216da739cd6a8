import type { GradeKey } from "#contract/class.ts";
import type { Gradebook, Place } from "#gradebook/gradebook.ts";
import { attemptOf } from "./attempts.ts";
import { placeOf } from "./plan.ts";

/** Keeps on the record what has begun to be graded and not ended. */
export class OpenAttempts {
  readonly #gradebook: Gradebook;
  readonly #classId: string;
  readonly #open = new Map<string, Place>();

  constructor(gradebook: Gradebook, classId: string) {
    this.#gradebook = gradebook;
    this.#classId = classId;
  }

  async begin(key: GradeKey, how: { readonly alone: boolean }): Promise<void> {
    this.#open.set(placeOf(key), key);
    await this.#gradebook.begin(this.#classId, attemptOf(key), how);
  }

  async end(places: readonly Place[]): Promise<void> {
    for (const place of places) this.#open.delete(placeOf(place));
    await this.#gradebook.end(this.#classId, places);
  }

  /** Nothing is being graded: what is left was stopped, or had trouble that the grader survived. */
  async endRest(): Promise<void> {
    await this.end([...this.#open.values()]);
  }
}

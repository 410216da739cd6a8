type Work<Result> = (signal: AbortSignal) => Promise<Result>;

/** The latest check of each file; an older one of the same file, and all beside it, is aborted when a newer one comes. */
export class LatestByFile {
  readonly #running = new Map<string, Set<AbortController>>();

  async run<Result>(file: string, outside: AbortSignal, work: Work<Result>): Promise<Result> {
    for (const older of this.#running.get(file) ?? []) older.abort();
    this.#running.delete(file);
    return await this.beside(file, outside, work);
  }

  /** Aborts nothing, and is over as soon as its file is checked anew. */
  async beside<Result>(file: string, outside: AbortSignal, work: Work<Result>): Promise<Result> {
    const own = new AbortController();
    const running = this.#running.get(file) ?? new Set();
    this.#running.set(file, running.add(own));
    try {
      return await work(AbortSignal.any([own.signal, outside]));
    } finally {
      running.delete(own);
      if (running.size === 0 && this.#running.get(file) === running) this.#running.delete(file);
    }
  }
}

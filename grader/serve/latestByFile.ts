/** The latest check of each file; an older one of the same file is aborted when a newer one comes. */
export class LatestByFile {
  readonly #running = new Map<string, AbortController>();

  async run<Result>(
    file: string,
    outside: AbortSignal,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    this.#running.get(file)?.abort();
    const own = new AbortController();
    this.#running.set(file, own);
    try {
      return await work(AbortSignal.any([own.signal, outside]));
    } finally {
      if (this.#running.get(file) === own) this.#running.delete(file);
    }
  }
}

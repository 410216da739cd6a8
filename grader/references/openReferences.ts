import type { Backend, ReferenceBatch, References, Rung } from "#contract/backend.ts";
import { GradusError } from "#contract/errors.ts";
import type { Value } from "#contract/values.ts";
import { startHost, type HostProcess } from "./hostProcess.ts";
import { pack, unpack } from "./packed.ts";

export interface ReferencesOptions {
  readonly rung: Rung;
  /** What probing found. With it the process starts at the first computation, without it at once. */
  readonly backend?: Backend;
  readonly allowSoftware?: boolean;
  /** The process leaves after this time without work and comes back with the next. */
  readonly idleMs?: number;
  /** A computation that takes longer is given up as reference-failed. */
  readonly timeoutMs?: number;
}

/** Runs references on one rung in a process of their own, which is started, restarted and sent away as needed. */
export async function openReferences(options: ReferencesOptions): Promise<References> {
  const references = new HostedReferences(options);
  await references.ready();
  return references;
}

class HostedReferences implements References {
  readonly #options: ReferencesOptions;
  #backend: Backend | undefined;
  #host: Promise<HostProcess> | undefined;
  #busy = 0;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: ReferencesOptions) {
    this.#options = options;
    this.#backend = options.backend;
  }

  get backend(): Backend {
    if (this.#backend === undefined)
      throw new GradusError("backend-unavailable", "The references are not open yet.");
    return this.#backend;
  }

  async ready(): Promise<void> {
    if (this.#backend === undefined) await this.#use(() => Promise.resolve());
  }

  async compute(
    referencePath: string,
    batches: readonly ReferenceBatch[],
  ): Promise<readonly (readonly Value[])[]> {
    const packed = batches.map((batch) => ({ ...batch, instances: pack(batch.instances) }));
    const attempt = async (host: HostProcess) =>
      (await host.request("compute", { referencePath, batches: packed }, this.#options.timeoutMs)).map(
        unpack,
      );
    try {
      return await this.#use(attempt);
    } catch (error) {
      // a driver may have taken the process down: once more in a fresh one, then it is the reference's own doing
      if (this.#closed || !(error instanceof GradusError) || error.code !== "reference-process-died")
        throw error;
      return await this.#use(attempt);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#sendAway();
  }

  async #use<Result>(work: (host: HostProcess) => Promise<Result>): Promise<Result> {
    if (this.#closed) throw new GradusError("cancelled", "The references were closed.");
    clearTimeout(this.#idle);
    this.#busy++;
    try {
      return await work(await this.#liveHost());
    } finally {
      this.#busy--;
      if (this.#busy === 0)
        this.#idle = setTimeout(() => void this.#sendAway(), this.#options.idleMs ?? 60_000).unref();
    }
  }

  /** Assigned without an await in between, so that two computations at once share one process. */
  #liveHost(): Promise<HostProcess> {
    const start = (): Promise<HostProcess> => this.#start();
    this.#host = this.#host?.then((host) => (host.alive ? host : start()), start) ?? start();
    return this.#host;
  }

  async #start(): Promise<HostProcess> {
    const host = await startHost();
    const { rung, allowSoftware = false } = this.#options;
    try {
      this.#backend = await host.request("open", { rung, allowSoftware });
      return host;
    } catch (error) {
      host.kill();
      throw error;
    }
  }

  async #sendAway(): Promise<void> {
    clearTimeout(this.#idle);
    const host = await this.#host?.catch(() => undefined);
    this.#host = undefined;
    await host?.end();
  }
}

import { GradusError } from "#contract/errors.ts";
import type { Sandbox } from "#contract/sandbox.ts";

/**
 * One warm sandbox, used by one check after another. A check that is cancelled while it runs takes its sandbox with it, and
 * the next check finds a fresh one: nothing that the cancelled code still does can reach anybody.
 */
export class SandboxTurns {
  readonly #open: () => Promise<Sandbox>;
  #sandbox: Promise<Sandbox> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(open: () => Promise<Sandbox>) {
    this.#open = open;
  }

  /** Starts the sandbox before anybody needs it. Why it does not start is told to the check that needs it. */
  warm(): void {
    this.#current().catch(() => undefined);
  }

  run<Result>(work: (sandbox: Sandbox) => Promise<Result>, signal: AbortSignal): Promise<Result> {
    if (signal.aborted) return Promise.reject(cancelled());
    const result = this.#turn.then(async () => {
      refuseIfAborted(signal);
      const sandbox = await this.#current();
      refuseIfAborted(signal);
      const aborted = Promise.withResolvers<never>();
      const replace = (): void => {
        this.#replace(sandbox);
        aborted.reject(cancelled());
      };
      signal.addEventListener("abort", replace, { once: true });
      try {
        return await Promise.race([work(sandbox), aborted.promise]);
      } finally {
        signal.removeEventListener("abort", replace);
      }
    });
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await (await this.#sandbox?.catch(() => undefined))?.close();
  }

  /** An opening that failed is tried again by the next check: the reason may have gone. */
  #current(): Promise<Sandbox> {
    if (this.#closed) return Promise.reject(new GradusError("cancelled", "The engine is closing."));
    this.#sandbox ??= this.#open().catch((error: unknown) => {
      this.#sandbox = undefined;
      throw error;
    });
    return this.#sandbox;
  }

  #replace(old: Sandbox): void {
    this.#sandbox = undefined;
    void old.close();
    if (!this.#closed) this.warm();
  }
}

function refuseIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled();
}

function cancelled(): GradusError {
  return new GradusError("cancelled", "The check was cancelled.");
}

import type { Sandbox } from "#contract/sandbox.ts";

/** Keeps one sandbox ahead: it starts while the students before are being graded, and nobody waits for it. */
export class SandboxShelf {
  readonly #open: () => Promise<Sandbox>;
  #next: Promise<Sandbox> | undefined;

  constructor(open: () => Promise<Sandbox>) {
    this.#open = open;
  }

  take(): Promise<Sandbox> {
    const taken = this.#next ?? this.#open();
    this.#next = this.#open();
    this.#next.catch(() => undefined); // heard by whoever takes it
    return taken;
  }

  async close(): Promise<void> {
    const left = await this.#next?.catch(() => undefined);
    await left?.close();
  }
}

import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { connect, EngineError, type EngineConnection } from "./connect.ts";
import type { Method, Notifications, Requests } from "./protocol.ts";

export interface EngineCommand {
  readonly node: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

export interface EngineProcessOptions {
  /** Asked at every start, so that a changed setting holds from the next start on. */
  readonly command: () => EngineCommand | Promise<EngineCommand>;
  readonly onProgress?: (progress: Notifications["progress"]) => void;
  readonly onSpawn?: (pid: number, command: EngineCommand) => void;
  /** Lines that the process writes to its error stream. */
  readonly onText?: (text: string) => void;
  /** It ended by itself, or somebody killed it; never after `stop`. */
  readonly onDeath?: (how: string) => void;
}

/** An engine that dies is started again by the next request, but not more often than this. */
const RESTART_MS = 3000;

interface Living {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly connection: EngineConnection;
  readonly died: Promise<never>;
}

/** The engine as the editor holds it: started by the first request, restarted when it died, stopped with the window. */
export class EngineProcess {
  readonly #options: EngineProcessOptions;
  #living: Promise<Living> | undefined;
  #lastDeath = -Infinity;
  #stopped = false;
  #pid: number | undefined;

  constructor(options: EngineProcessOptions) {
    this.#options = options;
  }

  /** Of the process that runs now, if one does. */
  get pid(): number | undefined {
    return this.#pid;
  }

  async request<M extends Method>(
    method: M,
    params: Requests[M]["params"],
    signal?: AbortSignal,
  ): Promise<Requests[M]["result"]> {
    const { connection, died } = await this.#start();
    return Promise.race([connection.request(method, params, signal), died]);
  }

  /** Nothing is started for its sake twice in a row: a warm-up is a kindness. */
  async warm(what: Notifications["warm"]): Promise<void> {
    const living = await this.#start().catch(() => undefined);
    living?.connection.warm(what);
  }

  /** Ends the process; the next request starts another one at once. */
  async restart(): Promise<void> {
    this.#lastDeath = -Infinity;
    await this.#end();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#end();
  }

  #start(): Promise<Living> {
    if (this.#stopped) return Promise.reject(new EngineError("engine-gone", "The engine is stopped."));
    this.#living ??= this.#spawn().catch((error: unknown) => {
      this.#living = undefined;
      throw error;
    });
    return this.#living;
  }

  async #spawn(): Promise<Living> {
    const wait = this.#lastDeath + RESTART_MS - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const command = await this.#options.command();
    const child = spawn(command.node, [command.program, ...command.args], {
      env: command.env,
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    this.#pid = child.pid;
    if (child.pid !== undefined) this.#options.onSpawn?.(child.pid, command);
    child.stdin.on("error", () => undefined); // its end is told below
    child.stderr.on("data", (chunk: Buffer) => this.#options.onText?.(chunk.toString()));
    const connection = connect(child.stdout, child.stdin);
    if (this.#options.onProgress) connection.onProgress(this.#options.onProgress);
    return { child, connection, died: this.#watch(child, connection) };
  }

  #watch(child: Living["child"], connection: EngineConnection): Promise<never> {
    const { promise, reject } = Promise.withResolvers<never>();
    promise.catch(() => undefined); // who waits hears of it; nobody waiting is no crash
    let over = false;
    const end = (how: string): void => {
      if (over) return;
      over = true;
      if (this.#pid === child.pid) this.#pid = undefined;
      reject(new EngineError("engine-gone", `The engine ended: ${how}.`));
      connection.close();
      void this.#forget(child, how);
    };
    child.once("exit", (code, signal) => {
      end(signal ?? `exit code ${String(code)}`);
    });
    child.once("error", (error) => {
      end(error.message);
    });
    return promise;
  }

  async #forget(child: Living["child"], how: string): Promise<void> {
    const current = await this.#living?.catch(() => undefined);
    if (current?.child !== child) return;
    this.#living = undefined;
    this.#lastDeath = performance.now();
    if (!this.#stopped) this.#options.onDeath?.(how);
  }

  /** Closing its input lets it leave by itself and take its sandbox along; one that does not is killed. */
  async #end(): Promise<void> {
    const living = await this.#living?.catch(() => undefined);
    this.#living = undefined;
    if (living?.child.exitCode !== null || living.child.signalCode !== null) return;
    const { child } = living;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.stdin.end();
    const timer = setTimeout(() => child.kill("SIGKILL"), 2000);
    await gone;
    clearTimeout(timer);
  }
}

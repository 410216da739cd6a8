import { spawn, type ChildProcessByStdio } from "node:child_process";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { GradusError } from "#contract/errors.ts";
import { cacheFolder } from "./cacheFolder.ts";
import { encodeFrame, readFrames } from "./frames.ts";
import { hostBundle } from "./hostBundle.ts";
import type { HostMethod, HostMethods, HostReply } from "./protocol.ts";

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

interface Waiting {
  readonly timer: NodeJS.Timeout;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: GradusError) => void;
}

const defaultTimeoutMs = 10 * 60_000; // a class of thousands on the slowest rung takes minutes

/** One reference process. A request that it cannot answer because it died fails with reference-process-died. */
export interface HostProcess {
  readonly pid: number;
  readonly alive: boolean;
  /** A process that gives no answer in `timeoutMs` is killed. */
  request<M extends HostMethod>(
    method: M,
    params: HostMethods[M]["request"],
    timeoutMs?: number,
  ): Promise<HostMethods[M]["reply"]>;
  kill(): void;
  /** Lets it leave by closing its input. */
  end(): Promise<void>;
}

/** Starts the process. It holds up the end of this one only while a request is waiting. */
export async function startHost(): Promise<HostProcess> {
  const child = spawn(process.execPath, [await hostBundle()], {
    stdio: ["pipe", "pipe", "pipe"],
    env: hostEnvironment(process.env),
    windowsHide: true,
  });
  return new Host(child);
}

class Host implements HostProcess {
  alive = true;
  readonly #child: Child;
  readonly #waiting = new Map<number, Waiting>();
  readonly #exited: Promise<void>;
  #lastId = 0;
  #ending = false;
  #stderr = "";

  constructor(child: Child) {
    this.#child = child;
    this.#exited = new Promise((resolve) => {
      child.once("close", (code, signal) => {
        this.#died(signal ?? `exit code ${String(code)}`);
        resolve();
      });
      child.once("error", (error) => {
        this.#died(error.message);
        resolve();
      });
    });
    child.stdin.on("error", () => undefined); // its end is reported by "close"
    child.stderr.on(
      "data",
      (chunk: Buffer) => (this.#stderr = (this.#stderr + chunk.toString()).slice(-2000)),
    );
    readFrames(child.stdout, (message) => {
      this.#receive(message as HostReply);
    });
    this.#hold(false);
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  request<M extends HostMethod>(
    method: M,
    params: HostMethods[M]["request"],
    timeoutMs = defaultTimeoutMs,
  ): Promise<HostMethods[M]["reply"]> {
    if (!this.alive) return Promise.reject(this.#deathNotice("it had already left"));
    const id = ++this.#lastId;
    const frame = encodeFrame({ id, method, params });
    this.#hold(true);
    this.#child.stdin.write(frame);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        this.kill();
        reject(new GradusError("reference-failed", `no answer in ${timeoutMs / 1000} s`));
      }, timeoutMs);
      // the process is this code's other half: its reply is of the method's type
      this.#waiting.set(id, { timer, resolve: resolve as (result: unknown) => void, reject });
    });
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  async end(): Promise<void> {
    // the pipes too: they end after the process, and who waits for the end must not run out of things to wait for
    this.#ending = true;
    this.#hold(true);
    this.#child.stdin.end();
    await this.#exited;
  }

  #receive(reply: HostReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    this.#hold(this.#waiting.size > 0);
    clearTimeout(waiting?.timer);
    if (reply.ok) waiting?.resolve(reply.result);
    else waiting?.reject(new GradusError(reply.code, reply.message));
  }

  #died(how: string): void {
    this.alive = false;
    for (const { timer, reject } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(this.#deathNotice(how));
    }
    this.#waiting.clear();
  }

  #deathNotice(how: string): GradusError {
    const said = this.#stderr.trim().split("\n").slice(-3).join(" | ");
    return new GradusError(
      "reference-process-died",
      `The reference process ended: ${how}.${said && ` It said: ${said}`}`,
    );
  }

  #hold(busy: boolean): void {
    // pipes of a child are sockets; their declared types lack ref and unref
    const handles = [
      this.#child,
      this.#child.stdin,
      this.#child.stdout,
      this.#child.stderr,
    ] as unknown as NodeJS.Timeout[];
    for (const handle of handles) {
      if (busy || this.#ending) handle.ref();
      else handle.unref();
    }
  }
}

/**
 * A debugger or a loader that the parent runs under must not start in the reference process as well. Compiled code is cached:
 * that saves a quarter of a cold start and most of a first computation.
 */
function hostEnvironment({ NODE_OPTIONS: _, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { NODE_COMPILE_CACHE: join(cacheFolder(), "code"), ...env, ELECTRON_RUN_AS_NODE: "1" };
}

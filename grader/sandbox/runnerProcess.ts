import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { randomInt } from "node:crypto";
import type { Readable, Writable } from "node:stream";
import { GradusError } from "#contract/errors.ts";
import type { CallLimits } from "#contract/sandbox.ts";
import type { Command } from "./command.ts";
import { Deadline } from "./deadline.ts";
import { frame, FrameReader } from "./frameReader.ts";

/** Why a runner process is no more, as far as the submission is concerned. */
export type Death = "timeout" | "memory" | "crash";

export interface Answer {
  /** The replies that came, in order; fewer than asked for if the process died. */
  readonly replies: readonly unknown[];
  readonly death?: Death;
}

export type Operation =
  | { readonly operation: "load"; readonly source: string }
  | { readonly operation: "call"; readonly name: string; readonly cases: readonly (readonly string[])[] };

export interface Launch {
  readonly command: Command;
  readonly source: string;
  readonly memoryMb: number;
  /** More file descriptors for the child, after the three standard ones. */
  readonly extraStdio?: readonly (number | "pipe")[];
  /** The process that student code runs in, where it is not the child itself. */
  readonly findPid?: (child: ChildProcess) => () => number | undefined;
}

interface Pending {
  readonly id: number;
  readonly wanted: number;
  readonly replies: unknown[];
  readonly deadline: Deadline;
  readonly settle: (answer: Answer) => void;
}

const maxFrameBytes = 64 * 2 ** 20 + 4096;
/** One request's replies together; a hundred of the largest results would otherwise fill the grader's own memory. */
const maxAnswerBytes = 96 * 2 ** 20;

/** One sandbox process and the conversation with it. Any breach of the protocol kills it; it never comes back to life. */
export class RunnerProcess {
  /** The runner's Node version, once it is warm; rejected with a GradusError if it never gets there. */
  readonly ready: Promise<string>;
  readonly #child: ChildProcess;
  readonly #pid: () => number | undefined;
  readonly #memoryMb: number;
  readonly #reader = new FrameReader(maxFrameBytes);
  readonly #exited: Promise<void>;
  #warm = false;
  #welcome: (node: string) => void = () => undefined;
  #giveUp: (error: GradusError) => void = () => undefined;
  #pending: Pending | undefined;
  #answerBytes = 0;
  #death: Death | undefined;
  #complaint = "";

  constructor(launch: Launch) {
    this.#memoryMb = launch.memoryMb;
    this.ready = new Promise((resolve, reject) => {
      this.#welcome = resolve;
      this.#giveUp = reject;
    });
    this.ready.catch(() => undefined); // whoever asks hears of it; nobody asking is no crash of ours
    const stdio: StdioOptions = ["pipe", "pipe", "pipe", ...(launch.extraStdio ?? [])];
    this.#child = spawn(launch.command.file, launch.command.args, {
      stdio,
      env: launch.command.env,
      cwd: "/",
      windowsHide: true,
    });
    this.#pid = launch.findPid?.(this.#child) ?? ((): number | undefined => this.#child.pid);
    this.#exited = this.#listen();
    this.#stdin.write(frame(launch.source));
    living.add(this);
  }

  get alive(): boolean {
    return this.#death === undefined;
  }

  /** Sends one request and collects `wanted` replies. The clock starts when the runner is warm. */
  async ask(operation: Operation, wanted: number, limits: CallLimits): Promise<Answer> {
    if (this.#death !== undefined) return { replies: [], death: this.#death };
    if (wanted === 0) return { replies: [] };
    const id = randomInt(2 ** 47); // unguessable: a reply written in advance cannot match it
    const answer = new Promise<Answer>((settle) => {
      const onExceeded = (death: Death): void => {
        this.kill(death);
      };
      const deadline = new Deadline({ pid: this.#pid, limits, memoryMb: this.#memoryMb, onExceeded });
      this.#pending = { id, wanted, replies: [], deadline, settle };
    });
    this.#answerBytes = 0;
    this.#stdin.write(frame(JSON.stringify({ id, ...operation })));
    if (this.#warm) this.#pending?.deadline.start();
    else await this.ready;
    return await answer;
  }

  kill(death: Death): void {
    this.#child.kill("SIGKILL");
    this.#die(death);
  }

  async close(): Promise<void> {
    this.kill("crash");
    await this.#exited;
  }

  get #stdin(): Writable {
    return this.#child.stdin as Writable;
  }

  #listen(): Promise<void> {
    const child = this.#child;
    this.#stdin.on("error", () => undefined); // the exit says more
    (child.stderr as Readable).on("data", (chunk: Buffer) => {
      if (this.#complaint.length < 4000) this.#complaint += chunk.toString("latin1");
    });
    (child.stdout as Readable).on("data", (chunk: Buffer) => {
      this.#hear(chunk);
    });
    return new Promise((resolve) => {
      child.on("error", (cause) => {
        this.#giveUp(
          new GradusError("sandbox-unavailable", `The sandbox could not be started: ${cause.message}.`, {
            cause,
          }),
        );
        this.#die("crash");
        resolve();
      });
      // "close" and not "exit": what the process said before its end is to be heard first
      child.on("close", (_code, signal) => {
        this.#die(this.#ranOutOfMemory(signal) ? "memory" : "crash");
        resolve();
      });
    });
  }

  /** V8 says so before it aborts; a SIGKILL that is not ours is the kernel's out-of-memory killer. */
  #ranOutOfMemory(signal: NodeJS.Signals | null): boolean {
    return signal === "SIGKILL" || /out of memory|bad_alloc|Allocation failed/i.test(this.#complaint);
  }

  #hear(chunk: Buffer): void {
    if (this.#death !== undefined) return;
    this.#answerBytes += chunk.length;
    try {
      if (this.#answerBytes > maxAnswerBytes) throw new Error("the replies are too long");
      for (const heard of this.#reader.push(chunk)) this.#receive(heard as Record<string, unknown> | null);
    } catch {
      this.kill("crash");
    }
  }

  #receive(heard: Record<string, unknown> | null): void {
    if (!this.#warm) {
      this.#greet(heard);
      return;
    }
    const pending = this.#pending;
    if (!pending || heard?.["id"] !== pending.id || heard["case"] !== pending.replies.length)
      throw new Error("an unexpected frame");
    pending.replies.push(heard["reply"]);
    if (pending.replies.length < pending.wanted) {
      pending.deadline.nextCase();
      return;
    }
    this.#pending = undefined;
    pending.deadline.stop();
    pending.settle({ replies: pending.replies });
  }

  #greet(heard: Record<string, unknown> | null): void {
    if (heard?.["ready"] !== true) throw new Error("an unexpected first frame");
    this.#warm = true;
    this.#pending?.deadline.start();
    this.#welcome(String(heard["node"]));
  }

  #die(death: Death): void {
    if (this.#death !== undefined) return;
    this.#death = death;
    living.delete(this);
    if (!this.#warm)
      this.#giveUp(
        new GradusError(
          "sandbox-failed",
          `The sandbox did not start. ${this.#complaint.trim().slice(0, 500)}`,
        ),
      );
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.deadline.stop();
    pending?.settle({ replies: pending.replies, death });
  }
}

/** No runner outlives the grader, whichever way the grader ends by itself. */
const living = new Set<RunnerProcess>();
process.on("exit", () => {
  for (const runner of living) runner.kill("crash");
});

import { randomInt } from "node:crypto";
import { GradusError } from "#contract/errors.ts";
import type { CallLimits } from "#contract/sandbox.ts";
import { Deadline } from "./deadline.ts";
import { frame, FrameReader } from "./frameReader.ts";
import { watchMemory } from "./memoryWatch.ts";
import { startChild, type Ending, type Launch, type RunnerChild } from "./runnerChild.ts";

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

interface Pending {
  readonly id: number;
  readonly wanted: number;
  readonly replies: unknown[];
  readonly deadline: Deadline;
  readonly settle: (answer: Answer) => void;
}

const maxFrameBytes = 64 * 2 ** 20 + 4096;
/** Nothing of a student's runs before a runner is warm, so a start that takes this long is the machine's trouble. */
const maxStartMs = 30_000;
/** One request's replies together; a hundred of the largest results would otherwise fill the grader's own memory. */
const maxAnswerBytes = 96 * 2 ** 20;

/** One sandbox process and the conversation with it. Any breach of the protocol kills it; it never comes back to life. */
export class RunnerProcess {
  /** The runner's Node version, once it is warm; rejected with a GradusError if it never gets there. */
  readonly ready: Promise<string>;
  readonly #child: RunnerChild;
  readonly #memoryMb: number;
  readonly #reader = new FrameReader(maxFrameBytes);
  readonly #ended: Promise<void>;
  readonly #startTimer: NodeJS.Timeout;
  #warm = false;
  #welcome: (node: string) => void = () => undefined;
  #giveUp: (error: GradusError) => void = () => undefined;
  #pending: Pending | undefined;
  #answerBytes = 0;
  #death: Death | undefined;

  constructor(launch: Launch) {
    this.#memoryMb = launch.memoryMb;
    this.ready = new Promise((resolve, reject) => {
      this.#welcome = resolve;
      this.#giveUp = reject;
    });
    this.ready.catch(() => undefined); // whoever asks hears of it; nobody asking is no crash of ours
    this.#child = startChild(launch);
    this.#child.stdout.on("data", (chunk: Buffer) => {
      this.#hear(chunk);
    });
    const endWatch = process.platform === "linux" ? () => undefined : this.#watchMemory();
    this.#ended = this.#child.ended.then((ending) => {
      endWatch();
      this.#die(ending.ranOutOfMemory ? "memory" : "crash", ending);
    });
    this.#startTimer = setTimeout(() => {
      this.kill("crash");
    }, maxStartMs);
    this.#child.stdin.write(frame(launch.source));
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
      const deadline = new Deadline({ pid: this.#child.pid, limits, memoryMb: this.#memoryMb, onExceeded });
      this.#pending = { id, wanted, replies: [], deadline, settle };
    });
    this.#answerBytes = 0;
    this.#child.stdin.write(frame(JSON.stringify({ id, ...operation })));
    if (this.#warm) this.#pending?.deadline.start();
    else await this.ready;
    return await answer;
  }

  kill(death: Death): void {
    this.#child.kill();
    this.#die(death);
    this.#child.stdin.destroy(); // the end of its input is the end of a runner, too
  }

  async close(): Promise<void> {
    this.kill("crash");
    await this.#ended;
  }

  #watchMemory(): () => void {
    const onExceeded = (): void => {
      this.kill("memory");
    };
    return watchMemory({ pid: () => this.#child.pid(), memoryMb: this.#memoryMb, onExceeded });
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
    clearTimeout(this.#startTimer);
    this.#pending?.deadline.start();
    this.#welcome(String(heard["node"]));
  }

  #die(death: Death, ending?: Ending): void {
    if (this.#death !== undefined) return;
    this.#death = death;
    clearTimeout(this.#startTimer);
    if (!this.#warm) this.#giveUp(startError(ending));
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.deadline.stop();
    pending?.settle({ replies: pending.replies, death });
  }
}

/** Before a runner is warm nothing of a student's ran in it: its end is ours to explain. */
function startError(ending: Ending | undefined): GradusError {
  const { cause, complaint = "" } = ending ?? {};
  if (cause)
    return new GradusError("sandbox-unavailable", `The sandbox could not be started: ${cause.message}.`, {
      cause,
    });
  return new GradusError(
    "sandbox-failed",
    `The sandbox did not start. ${complaint.trim().slice(0, 500)}`.trim(),
  );
}

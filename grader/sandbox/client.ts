import { GradusError } from "#contract/errors.ts";
import type {
  CallLimits,
  CallReply,
  Fault,
  LoadReply,
  Sandbox,
  SandboxMode,
  Submission,
} from "#contract/sandbox.ts";
import type { Arguments } from "#contract/values.ts";
import { encodeValue } from "./codec.ts";
import { parseCallReply, parseLoadReply } from "./replies.ts";
import type { Answer, Death, Operation, RunnerProcess } from "./runnerProcess.ts";

export const maxSourceBytes = 256 * 1024;

export interface ClientOptions {
  readonly mode: SandboxMode;
  readonly runtime: string;
  readonly first: RunnerProcess;
  readonly launch: () => RunnerProcess;
}

/**
 * The trusted side of one student's sandbox. Runner processes come and go underneath: a kill starts the next one at once,
 * and the last submission is loaded into it when it is needed.
 */
export class SandboxClient implements Sandbox {
  readonly mode: SandboxMode;
  readonly runtime: string;
  readonly #launch: () => RunnerProcess;
  #runner: RunnerProcess;
  #loaded: { readonly submission: Submission; readonly limits: CallLimits } | undefined;
  /** The process that holds the submission's realm; another one after a kill. */
  #home: RunnerProcess | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: ClientOptions) {
    this.mode = options.mode;
    this.runtime = options.runtime;
    this.#launch = options.launch;
    this.#runner = options.first;
  }

  load(submission: Submission, limits: CallLimits): Promise<LoadReply> {
    return this.#inTurn(async () => {
      this.#loaded = undefined;
      this.#home = undefined;
      if (Buffer.byteLength(submission.source) > maxSourceBytes) {
        return failed({ kind: "too-large", text: "The file is larger than 256 KB." });
      }
      const reply = await this.#load(submission, limits);
      if (reply.ok) this.#loaded = { submission, limits };
      return reply;
    });
  }

  call(name: string, argumentLists: readonly Arguments[], limits: CallLimits): Promise<readonly CallReply[]> {
    return this.#inTurn(async () => {
      const cases = argumentLists.map((list) => list.map(encodeValue));
      const replies: CallReply[] = [];
      while (replies.length < cases.length) {
        const rest = await this.#callSome(name, cases.slice(replies.length), limits);
        replies.push(...rest);
        if (rest.some(isFatal)) break;
      }
      while (replies.length < cases.length) replies.push(failed(notRun));
      return replies;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#runner.close();
    await this.#turn.catch(() => undefined);
  }

  /** At least one reply. A timed-out case is tried once more, alone, in a fresh process: the last reply is then its own. */
  async #callSome(
    name: string,
    cases: readonly (readonly string[])[],
    limits: CallLimits,
  ): Promise<CallReply[]> {
    const refused = await this.#settleIn();
    if (refused) return [refused];
    const { replies, death } = await this.#ask({ operation: "call", name, cases }, cases.length, limits);
    const parsed = replies.map((reply) => this.#parsed(parseCallReply, reply));
    const broken = parsed.findIndex(isFatal);
    if (broken !== -1) return parsed.slice(0, broken + 1);
    if (death === undefined) return parsed;
    return [
      ...parsed,
      death === "timeout"
        ? await this.#callAgain(name, cases[replies.length] ?? [], limits)
        : failed(deathFault(death)),
    ];
  }

  async #callAgain(name: string, encoded: readonly string[], limits: CallLimits): Promise<CallReply> {
    const refused = await this.#settleIn();
    if (refused) return refused;
    const { replies, death } = await this.#ask({ operation: "call", name, cases: [encoded] }, 1, limits);
    return death === undefined ? this.#parsed(parseCallReply, replies[0]) : failed(deathFault(death));
  }

  /** Makes sure that the submission is loaded in the process that will be asked. */
  async #settleIn(): Promise<CallReply | undefined> {
    if (!this.#loaded)
      throw new GradusError("sandbox-failed", "call was made before a submission was loaded.");
    if (this.#home === this.#runner && this.#runner.alive) return undefined;
    const reply = await this.#load(this.#loaded.submission, this.#loaded.limits);
    return reply.ok ? undefined : reply;
  }

  async #load({ source }: Submission, limits: CallLimits): Promise<LoadReply> {
    let answer = await this.#ask({ operation: "load", source }, 1, limits);
    if (answer.death === "timeout") answer = await this.#ask({ operation: "load", source }, 1, limits);
    if (answer.death !== undefined) return failed(deathFault(answer.death));
    const reply = this.#parsed(parseLoadReply, answer.replies[0]);
    if (reply.ok) this.#home = this.#runner;
    return reply;
  }

  async #ask(operation: Operation, wanted: number, limits: CallLimits): Promise<Answer> {
    if (!this.#runner.alive) this.#runner = this.#launch();
    const answer = await this.#runner.ask(operation, wanted, limits).catch((error: unknown) => {
      throw this.#closed ? closedError() : error;
    });
    if (this.#closed) throw closedError();
    // the next process warms up while the grader thinks about this one's answers
    if (answer.death !== undefined) this.#runner = this.#launch();
    return answer;
  }

  /** A reply that does not parse is a breach of the protocol like any other. */
  #parsed<Reply>(parse: (reply: unknown) => Reply, reply: unknown): Reply | { ok: false; fault: Fault } {
    try {
      return parse(reply);
    } catch {
      this.#runner.kill("crash");
      return failed(deathFault("crash"));
    }
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(async () => {
      if (this.#closed) throw closedError();
      return await work();
    });
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

const fatal: ReadonlySet<string> = new Set(["timeout", "memory", "crash"]);

function isFatal(reply: CallReply): boolean {
  return !reply.ok && fatal.has(reply.fault.kind);
}

const notRun: Fault = { kind: "not-run", text: "Not run, because an earlier call did not come back." };

function closedError(): GradusError {
  return new GradusError("cancelled", "The sandbox is closed.");
}

function failed(fault: Fault): { ok: false; fault: Fault } {
  return { ok: false, fault };
}

function deathFault(death: Death): Fault {
  const texts: Record<Death, string> = {
    timeout: "The time limit was reached.",
    memory: "The memory limit was reached.",
    crash: "The program ended without a result.",
  };
  return { kind: death, text: texts[death] };
}

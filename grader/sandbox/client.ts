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
      const cases = argumentLists.map(encoded);
      const replies = await this.#callAll(name, cases, limits);
      while (replies.length < cases.length) replies.push(failed(notRun));
      return replies;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#runner.close();
    await this.#turn.catch(() => undefined);
  }

  /**
   * The replies to these cases up to the first fatal one. A runner that dies takes along what it had not sent yet, and how
   * much that is depends on the machine: its replies are dropped, and from the first case on each is tried alone. No timeout
   * counts that was not seen in a process that had done nothing else.
   */
  async #callAll(name: string, cases: readonly Encoded[], limits: CallLimits): Promise<CallReply[]> {
    const replies: CallReply[] = [];
    let alone = false;
    let fresh = false;
    while (replies.length < cases.length && !replies.some(isFatal)) {
      const rest = cases.slice(replies.length, alone ? replies.length + 1 : undefined);
      const { replies: some, death } = await this.#callSome(name, rest, limits);
      if (death === undefined) replies.push(...some);
      else if (rest.length === 1 && (fresh || death !== "timeout")) replies.push(failed(deathFault(death)));
      alone ||= death !== undefined;
      fresh = death !== undefined;
    }
    return replies;
  }

  async #callSome(
    name: string,
    cases: readonly Encoded[],
    limits: CallLimits,
  ): Promise<{ readonly replies: CallReply[]; readonly death?: Death }> {
    const refused = await this.#settleIn();
    if (refused) return { replies: [refused] };
    const { replies, ...end } = await this.#ask({ operation: "call", name, cases }, cases.length, limits);
    const parsed = replies.map((reply) => this.#parsed(parseCallReply, reply));
    const broken = parsed.findIndex(isFatal);
    return broken === -1 ? { replies: parsed, ...end } : { replies: parsed.slice(0, broken + 1) };
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

type Encoded = readonly string[];

/** A class that shares its seed shares its arguments, which nobody on this side changes: they are encoded once. */
function encoded(list: Arguments): Encoded {
  const known = encodedBefore.get(list) ?? list.map(encodeValue);
  encodedBefore.set(list, known);
  return known;
}

const encodedBefore = new WeakMap<Arguments, Encoded>();

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

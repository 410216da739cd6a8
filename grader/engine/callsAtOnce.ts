import { defaults, type FunctionSpec } from "#contract/exercise.ts";
import type { CallReply, Sandbox } from "#contract/sandbox.ts";
import type { Arguments } from "#contract/values.ts";

/** Of an author's code, awaits and combinations of promises, between an answer and the next call. */
const MOST_STEPS = 16;

interface Call {
  readonly spec: FunctionSpec;
  readonly args: Arguments;
  readonly settle: (reply: CallReply | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Gathers calls of a student's functions in rounds. What is asked for before anything of it is answered travels together, a
 * frame for each function, and is answered together: a round trip costs more than most calls. Which calls meet in a round
 * depends on who asks for what, never on a clock, so that a verdict stays a function of the submission and the seed.
 */
export class CallsAtOnce {
  readonly #sandbox: Sandbox;
  #waiting: Call[] = [];

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  call(spec: FunctionSpec, args: Arguments): Promise<CallReply | undefined> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ spec, args, settle, fail });
      if (this.#waiting.length === 1) void this.#round();
    });
  }

  async #round(): Promise<void> {
    await this.#everybody();
    const calls = this.#waiting;
    this.#waiting = [];
    try {
      const replies = new Map<Call, CallReply | undefined>();
      for (const group of Map.groupBy(calls, ({ spec }) => spec).values())
        for (const [call, reply] of await this.#repliesTo(group)) replies.set(call, reply);
      for (const call of calls) call.settle(replies.get(call));
    } catch (error) {
      for (const call of calls) call.fail(error);
    }
  }

  /** Resolves when all whom the round before has answered have said what is next; who takes longer comes in the next round. */
  async #everybody(): Promise<void> {
    for (let asked = 0; asked < this.#waiting.length;) {
      asked = this.#waiting.length;
      for (let step = 0; step < MOST_STEPS; step++) await Promise.resolve();
    }
  }

  /** Calls of one function. What a deadly one leaves unmade is somebody else's question and is asked again. */
  async #repliesTo(calls: readonly Call[]): Promise<readonly (readonly [Call, CallReply | undefined])[]> {
    const [first] = calls;
    if (first === undefined) return [];
    const { name, cpuMs = defaults.cpuMs } = first.spec;
    const lists = calls.map(({ args }) => args);
    const replies = await this.#sandbox.call(name, lists, { cpuMs });
    const made = replies.filter((reply) => reply.ok || reply.fault.kind !== "not-run").length || calls.length;
    const answered = calls.slice(0, made).map((call, index) => [call, replies[index]] as const);
    return [...answered, ...(await this.#repliesTo(calls.slice(made)))];
  }
}

import { conforms, type Numbers } from "#compare/conforms.ts";
import { GradusError } from "#contract/errors.ts";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Fault } from "#contract/sandbox.ts";
import type { Arguments } from "#contract/values.ts";
import type { CallsAtOnce } from "./callsAtOnce.ts";
import type { StudentFunctions } from "./ports.ts";

/** A call of a student's function that gave nothing to build on. Never leaves the engine: what relied on it does not hold. */
export class StudentFault extends Error {
  readonly fault: Fault | null;

  constructor(name: string, fault: Fault | null) {
    super(`${name}: ${fault?.kind ?? "a result of the wrong type"}`);
    this.name = "StudentFault";
    this.fault = fault;
  }
}

/** The student's functions. By default a result that is not finite is a fault. */
export function studentFunctions(
  calls: CallsAtOnce,
  specs: readonly FunctionSpec[],
  numbers: Numbers = "finite",
): StudentFunctions {
  return Object.fromEntries(
    specs.map((spec) => [
      spec.name,
      async (...args: readonly unknown[]) => {
        const reply = await calls.call(spec, args as Arguments);
        if (reply?.ok !== true) throw new StudentFault(spec.name, reply?.fault ?? null);
        if (!conforms(spec.returns, reply.value, numbers)) throw new StudentFault(spec.name, null);
        return reply.value;
      },
    ]),
  );
}

/**
 * True or false; a call that failed along the way means false, and so does an author's formula that stumbles over a result of
 * sizes that do not fit together. The grader's own faults go on up.
 */
export async function holds(question: () => Promise<boolean>): Promise<boolean> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof GradusError) throw error;
    return false;
  }
}

/** Whether something built on the student's functions breaks off because one of them gave nothing to build on. */
export async function isFault(question: () => Promise<unknown>): Promise<boolean> {
  try {
    await question();
    return false;
  } catch (error) {
    if (error instanceof GradusError) throw error;
    return true;
  }
}

import { defaults } from "#contract/exercise.ts";
import type { Fault, Sandbox } from "#contract/sandbox.ts";
import { tryInvariants } from "./invariants.ts";
import { callFunction, describeQuestion, judgeFunction, type Called } from "./measure.ts";
import type { Outcome } from "./outcome.ts";
import type { Drawn, DrawnCase, ExpectedValues, GradeRequest, StudentFunctions } from "./ports.ts";

interface Given {
  readonly exports: Readonly<Record<string, string>>;
  readonly drawn: Drawn;
  readonly expected: ExpectedValues;
  readonly student: StudentFunctions;
}

/** Calls every function on its cases, judges the results and tries the invariants. */
export async function measureAll(
  request: GradeRequest,
  sandbox: Sandbox,
  given: Given,
): Promise<ReadonlyMap<string, Outcome>> {
  const { exercise, seed } = request;
  const { called, skipped } = await callAll(request, sandbox, given);
  const outcomes = await Promise.all(
    exercise.manifest.functions.map(async (spec) => {
      const question = {
        spec,
        drawn: given.drawn[spec.name] ?? [],
        expected: given.expected[spec.name] ?? [],
      };
      const exported = given.exports[spec.name] ?? "missing";
      const outcome = skipped.has(spec.name)
        ? { ...describeQuestion(spec, question.drawn, question.expected), exported, skipped: true }
        : judgeFunction(question, exported, called.get(spec.name) ?? []);
      const invariants = await tryInvariants(exercise, seed, outcome, given.student);
      return [spec.name, { ...outcome, invariants }] as const;
    }),
  );
  return new Map(outcomes);
}

/** After this many functions have used up their time, the others are not called any more. */
const TIMEOUTS_ALLOWED = 2;

async function callAll({ exercise, submission }: GradeRequest, sandbox: Sandbox, given: Given) {
  const called = new Map<string, Called[]>();
  const late = new Set<string>();
  const skipped = new Set<string>();
  for (const [index, pass] of passesOf(given.drawn).entries()) {
    const reloaded = index === 0 ? null : await sandbox.load(submission, { cpuMs: defaults.cpuMs });
    for (const spec of exercise.manifest.functions) {
      if ((given.exports[spec.name] ?? "missing") !== "function") continue;
      if (late.size >= TIMEOUTS_ALLOWED && !late.has(spec.name)) {
        skipped.add(spec.name);
        continue;
      }
      const cases = pass[spec.name] ?? [];
      const one =
        reloaded?.ok === false ? refusing(cases, reloaded.fault) : await callFunction(sandbox, spec, cases);
      called.set(spec.name, [...(called.get(spec.name) ?? []), one]);
      if ([...one.replies.values()].some((reply) => !reply.ok && reply.fault.kind === "timeout"))
        late.add(spec.name);
    }
  }
  return { called, skipped };
}

/**
 * Visible cases first, hidden ones in a realm of their own afterwards: what is shown of a visible case (a number, a thrown
 * text) can then not carry what another function has seen of a hidden one.
 */
function passesOf(drawn: Drawn): readonly Drawn[] {
  const only = (visible: boolean): Drawn =>
    Object.fromEntries(
      Object.entries(drawn).map(([name, cases]) => [name, cases.filter((one) => one.visible === visible)]),
    );
  const passes = [only(true), only(false)];
  return passes.filter((pass) => Object.values(pass).some((cases) => cases.length > 0));
}

function refusing(cases: readonly DrawnCase[], fault: Fault): Called {
  return {
    replies: new Map(cases.map((one) => [one, { ok: false, fault }])),
    mutated: [],
    keepsState: false,
  };
}

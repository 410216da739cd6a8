import { isAttempt, isConstant, isCopy, isSound } from "./attempt.ts";
import type { CallsAtOnce } from "./callsAtOnce.ts";
import { followsFrom } from "./followThrough.ts";
import { faultOf, hasRightValue, ofKind, unattempted, type Outcome } from "./outcome.ts";
import type { GradeRequest, Ports, StudentFunctions } from "./ports.ts";
import { studentFunctions } from "./student.ts";

/** What a function's result is worth beyond its own value. */
export interface Standing {
  /** The wrong functions it follows from correctly. */
  readonly follows: readonly string[];
  /** The wrong functions on which it builds and which give nothing to judge it by: what is wrong here cannot be told yet. */
  readonly waitsFor: readonly string[];
  readonly attempt: boolean;
}

interface Measured {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly calls: CallsAtOnce;
  readonly student: StudentFunctions;
  /** Slips recognised, by function. */
  readonly names: ReadonlyMap<string, string>;
}

export async function standingsOf(
  { exercise, seed }: GradeRequest,
  { sandbox }: Ports,
  { outcomes, calls, student, names }: Measured,
): Promise<ReadonlyMap<string, Standing>> {
  const attempts = new Map<string, Promise<boolean>>();
  const attempt = (outcome: Outcome): Promise<boolean> => {
    const known = attempts.get(outcome.spec.name) ?? isAttempt(exercise, seed, outcome, sandbox);
    attempts.set(outcome.spec.name, known);
    return known;
  };
  // a recognised slip is one line away from right, whatever it has stopped to depend on
  const isReal = async (outcome: Outcome): Promise<boolean> =>
    names.has(outcome.spec.name) || attempt(outcome);
  const lenientStudent = studentFunctions(calls, exercise.manifest.functions, "any");
  const context = { exercise, seed, outcomes, student, lenientStudent, isReal };
  const standings = new Map<string, Standing>();
  for (const [name, outcome] of outcomes) {
    const judged = isJudged(outcome);
    const own = judged && !isCopy(outcome) && !isConstant(outcome);
    const follows = own ? await followsFrom(context, outcome) : [];
    const below = exercise.given[name]?.uses ?? [];
    const unexplained = judged && follows.length === 0 && !hasRightValue(outcome);
    standings.set(name, {
      follows,
      waitsFor: unexplained ? obscuring(outcomes, outcome, { below, names }) : [],
      attempt: own && (await attempt(outcome)),
    });
  }
  return standings;
}

function isJudged(outcome: Outcome): boolean {
  if (outcome.exported !== "function" || outcome.skipped) return false;
  const faults = ofKind(outcome, "value").map(faultOf);
  return faults.every((fault) => fault === null || (fault.kind === "throw" && unattempted(fault) === null));
}

/**
 * The earlier lines that must be mended before anything can be said of this one: those that give nothing to build on, unless
 * this one has a slip of its own; and, where an argument was changed under this line's hands, those that change theirs (a
 * name may then fit by accident).
 */
function obscuring(
  outcomes: ReadonlyMap<string, Outcome>,
  outcome: Outcome,
  { below, names }: { readonly below: readonly string[]; readonly names: Measured["names"] },
): readonly string[] {
  const own = names.get(outcome.spec.name);
  const obscures = (used: Outcome): boolean =>
    (!isSound(used) && (own === undefined || own === names.get(used.spec.name))) ||
    (outcome.mutated.length > 0 && used.mutated.length > 0);
  return [...new Set(below)].filter((name) => {
    const used = outcomes.get(name);
    return used !== undefined && obscures(used);
  });
}

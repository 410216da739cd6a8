import { isAttempt, isCopy } from "./attempt.ts";
import { followsFrom } from "./followThrough.ts";
import { valueFault, type Outcome } from "./outcome.ts";
import type { GradeRequest, Ports, StudentFunctions } from "./ports.ts";

/** What a function's result is worth beyond its own value. */
export interface Standing {
  /** The wrong functions it follows from correctly. */
  readonly follows: readonly string[];
  readonly attempt: boolean;
}

export async function standingsOf(
  { exercise, seed }: GradeRequest,
  { sandbox }: Ports,
  outcomes: ReadonlyMap<string, Outcome>,
  student: StudentFunctions,
): Promise<ReadonlyMap<string, Standing>> {
  const attempts = new Map<string, Promise<boolean>>();
  const attempt = (outcome: Outcome): Promise<boolean> => {
    const known = attempts.get(outcome.spec.name) ?? isAttempt(exercise, seed, outcome, sandbox);
    attempts.set(outcome.spec.name, known);
    return known;
  };
  const standings = new Map<string, Standing>();
  for (const [name, outcome] of outcomes) {
    const judged =
      outcome.exported === "function" && !outcome.skipped && valueFault(outcome) === null && !isCopy(outcome);
    const follows = judged
      ? await followsFrom({ exercise, seed, outcomes, student, isAttempt: attempt }, outcome)
      : [];
    standings.set(name, { follows, attempt: judged && (await attempt(outcome)) });
  }
  return standings;
}

import type { Counterexample } from "#diagnose/counterexample/describe.ts";
import type { Report } from "#contract/report.ts";
import type { Sandbox, Submission } from "#contract/sandbox.ts";
import { smallestCounterexample } from "#engine/counterexample.ts";
import { drawCases } from "#engine/draw.ts";
import type { Exercise, Seed } from "#engine/ports.ts";
import type { Grader } from "./openEngine.ts";

/** The hint that begins with one: after the nudge and before the worked step. */
export const LEVEL_OF_COUNTEREXAMPLE = 2;

interface Checked {
  readonly exercise: Exercise;
  readonly submission: Submission;
  readonly seed: Seed;
  readonly report: Report;
}

/** The functions in which something is wrong that is not merely an earlier line's doing: an example is given for these only. */
export function rootsOf({ functions }: Report): readonly string[] {
  const roots = functions.filter(
    ({ rootCause, status }) => rootCause && (status === "failed" || status === "error"),
  );
  return roots.map(({ name }) => name);
}

/** The smallest counterexample of each of these functions that has one, asked for after a check. */
export async function counterexamplesOf(
  { exercise, submission, seed, report }: Checked,
  names: readonly string[],
  { ports, oracle }: Pick<Grader, "ports" | "oracle">,
  sandbox: Sandbox,
): Promise<readonly Counterexample[]> {
  const drawn = drawCases(exercise, seed);
  const wanted = rootsOf(report).filter((name) => names.includes(name));
  if (wanted.length === 0) return [];
  const expected = await ports.expected.get(exercise, seed, drawn);
  const found: Counterexample[] = [];
  for (const name of wanted) {
    const question = { exercise, submission, function: name, drawn, expected };
    const one = await smallestCounterexample(question, { sandbox, oracle, now: ports.now });
    if (one !== null) found.push(one);
  }
  return found;
}

import type { Likeness, Received } from "#contract/class.ts";
import { likenesses, type Tokenized } from "./compare.ts";
import { openTokenizer, type Tokenizer } from "./tokenizer.ts";

export interface Likenesses {
  readonly pairs: readonly Likeness[];
  /**
   * What could not be compared: not parsed in time, or nested more deeply than any stack. All of it where there is no
   * TypeScript to parse with, as in an editor's package.
   */
  readonly skipped: readonly Pick<Received, "student" | "exercise">[];
}

/**
 * Submissions of a class that are nearly the same text under other names, exercise by exercise.
 * `starters`: each exercise's starter, whose own text is nobody's.
 */
export async function findLikenesses(
  received: readonly Received[],
  starters: Readonly<Record<string, string>>,
): Promise<Likenesses> {
  const tokenizer = openTokenizer();
  try {
    if ((await tokenizer.tokensOf("")) === null) return { pairs: [], skipped: received.map(placeOf) };
    const found: Likenesses[] = [];
    for (const exercise of new Set(received.map((one) => one.exercise))) {
      const ours = received.filter((one) => one.exercise === exercise);
      found.push(await compareExercise(ours, { exercise, starter: starters[exercise] ?? "", tokenizer }));
    }
    return {
      pairs: found.flatMap((one) => one.pairs),
      skipped: found.flatMap((one) => one.skipped),
    };
  } finally {
    tokenizer.close();
  }
}

interface Comparison {
  readonly exercise: string;
  readonly starter: string;
  readonly tokenizer: Tokenizer;
}

async function compareExercise(
  received: readonly Received[],
  { exercise, starter, tokenizer }: Comparison,
): Promise<Likenesses> {
  const tokenized: Tokenized[] = [];
  const skipped: Pick<Received, "student" | "exercise">[] = [];
  for (const { student, submission } of received) {
    const tokens = await tokenizer.tokensOf(submission.source);
    if (tokens === null) skipped.push({ student, exercise });
    else tokenized.push({ student, tokens });
  }
  const ofStarter = (await tokenizer.tokensOf(starter)) ?? "";
  return { pairs: likenesses({ exercise, submissions: tokenized, starter: ofStarter }), skipped };
}

function placeOf({ student, exercise }: Received): Pick<Received, "student" | "exercise"> {
  return { student, exercise };
}

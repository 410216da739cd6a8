import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Guess } from "./guesses.ts";
import type { Kills } from "./kill.ts";
import type { Naming } from "./naming.ts";

/**
 * How far an exercise's grader can be trusted: adequacy.json. It holds no times and no dates, and the same sources give the
 * same text, so that a difference is a change of the grader.
 */
export interface Figures {
  readonly exercise: string;
  readonly mutants: Kills;
  /** Differently written right solutions, and the points that they lost. */
  readonly right: { readonly files: number; readonly rejected: readonly string[] };
  readonly guesses: readonly Guess[];
  readonly naming: {
    /** Written from the statement and a slip's one line, without a look at the misconceptions. */
    readonly single: Naming;
    readonly two: Naming;
    /** The misconceptions themselves. */
    readonly own: Naming;
  };
}

export const FIGURES = "adequacy.json";

export function printFigures(figures: Figures): string {
  return `${JSON.stringify(figures, null, 2)}\n`;
}

/** The figures as they were last written; null where they never were. */
export async function readFigures(folder: string): Promise<Figures | null> {
  const text = await readFile(join(folder, FIGURES), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as Figures);
}

/** What of today's figures is worse than what was written, in sentences; figures may only improve. */
export function regressions(before: Figures, now: Figures): readonly string[] {
  const more = (what: string, old: readonly string[], found: readonly string[]): readonly string[] =>
    found.filter((one) => !old.includes(one)).map((one) => `${what}: ${one}`);
  const ofNaming = (family: keyof Figures["naming"]): readonly string[] => {
    const [old, found] = [before.naming[family], now.naming[family]];
    const lists = ["misnamed", "unnamed", "rootsMissed", "blamed", "accepted"] as const;
    return [
      ...fewer(`${family}: wrong answers`, old.files, found.files),
      ...lists.flatMap((list) => more(`${family}, ${list}`, old[list], found[list])),
    ];
  };
  return [
    ...fewer("right answers", before.right.files, now.right.files),
    ...more("survives", before.mutants.survivors, now.mutants.survivors),
    ...more("right, but rejected", before.right.rejected, now.right.rejected),
    ...earnings(before.guesses, now.guesses),
    ...(["single", "two", "own"] as const).flatMap(ofNaming),
  ];
}

function earnings(before: readonly Guess[], now: readonly Guess[]): readonly string[] {
  return now.flatMap(({ submission, points }) => {
    const old = before.find((one) => one.submission === submission)?.points ?? 0;
    return points > old ? [`"${submission}" earns ${points}, not ${old}`] : [];
  });
}

function fewer(what: string, before: number, now: number): readonly string[] {
  return now < before ? [`${what}: ${now} files, no longer ${before}`] : [];
}

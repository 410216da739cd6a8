import { WinnowFilter } from "@dodona/dolos-core";
import type { Likeness } from "#contract/class.ts";

/** A submission as tokens, one character each. */
export interface Tokenized {
  readonly student: string;
  readonly tokens: string;
}

export interface Comparison {
  readonly exercise: string;
  readonly submissions: readonly Tokenized[];
  /** Its tokens. */
  readonly starter: string;
  readonly from?: number;
}

/**
 * A fingerprint is a run of 16 tokens, about one statement, and of any 4 runs in a row at least one is kept (winnowing:
 * Schleimer, Wilkerson & Aiken 2003, as dolos does it). Short enough to survive statements put in another order.
 */
const tokensInFingerprint = 16;
const fingerprintsInWindow = 4;

/** Fewer fingerprints than the shortest right submission's third say too little: a function or two, as anybody writes them. */
const leastFingerprints = 20;

/**
 * From this share on two submissions are reported. Its evidence: of the pairs of right submissions to one bundled exercise
 * that were written independently, every one is below 0.16 (a test measures it again); the 14,800 pairs of wrong ones are two
 * heaps, different texts below 0.15 and one text with another slip put in from 0.2 to 1, three in four of them above 0.7.
 * All names changed and the functions turned round gives 0.9 and more. It says "look at these two", no more.
 */
export const reportedFrom = 0.5;

/**
 * Pairs of submissions with a large share of their fingerprints in common: 2 |A and B| / (|A| + |B|), those of the starter
 * left out. Dolos makes the fingerprints. Its index keeps a place in the source for each token, half a gigabyte for a class
 * of a thousand, and its `similarity` mixes counts of occurrences with counts of different fingerprints: neither is used.
 */
export function likenesses({
  exercise,
  submissions,
  starter,
  from = reportedFrom,
}: Comparison): readonly Likeness[] {
  const prints = fingerprintsOf(submissions, starter);
  const common = countCommon(prints);
  const found: Likeness[] = [];
  for (const [right, second] of submissions.entries())
    for (const [left, first] of submissions.slice(0, right).entries()) {
      const [a, b] = [prints[left]?.length ?? 0, prints[right]?.length ?? 0];
      const share = (2 * (common[right]?.[left] ?? 0)) / (a + b);
      if (Math.min(a, b) < leastFingerprints || share < from) continue;
      found.push({ exercise, students: [first.student, second.student], share });
    }
  return nearest(found.toSorted((a, b) => b.share - a.share));
}

/** A hundred copies of one text make 5,000 pairs and say no more than their nearest: each student is named with this many. */
const nearestShown = 5;

function nearest(sorted: readonly Likeness[]): readonly Likeness[] {
  const shown = new Map<string, number>();
  const timesOf = (student: string): number => shown.get(student) ?? 0;
  return sorted.filter(({ students }) => {
    if (students.every((student) => timesOf(student) >= nearestShown)) return false;
    for (const student of students) shown.set(student, timesOf(student) + 1);
    return true;
  });
}

/** For each submission the hashes of its fingerprints, without the starter's. */
function fingerprintsOf(submissions: readonly Tokenized[], starter: string): readonly (readonly number[])[] {
  const filter = new WinnowFilter(tokensInFingerprint, fingerprintsInWindow);
  const hashes = (tokens: string): readonly number[] =>
    filter.fingerprints(Array.from(tokens)).map(({ hash }) => hash);
  const ofStarter = new Set(hashes(starter));
  return submissions.map(({ tokens }) => [...new Set(hashes(tokens)).difference(ofStarter)]);
}

/** [right][left], left < right: how many fingerprints the two have in common. Goes from print to files, not pair by pair. */
function countCommon(prints: readonly (readonly number[])[]): readonly Uint32Array[] {
  const common = prints.map((_, right) => new Uint32Array(right));
  const holders = new Map<number, number[]>();
  for (const [right, hashes] of prints.entries()) {
    const row = common[right] ?? new Uint32Array();
    for (const hash of hashes) {
      const earlier = holders.get(hash) ?? [];
      for (const left of earlier) row[left] = (row[left] ?? 0) + 1;
      earlier.push(right);
      holders.set(hash, earlier);
    }
  }
  return common;
}

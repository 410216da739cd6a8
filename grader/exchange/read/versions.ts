import type { Received, Refused } from "#contract/class.ts";
import type { Candidate } from "./collect.ts";
import { inOrder } from "./source.ts";

export interface Chosen {
  readonly received: readonly Received[];
  readonly superseded: readonly Refused[];
}

/** Archives keep times to two seconds. */
const TIME_STEP_MS = 2_000;

/**
 * One version per student and exercise. What says itself which exercise it is goes before what only lies in its folder; then
 * the platform's own order (Canvas's attachment ids, an export's times), the number that it appended to the name, the time of
 * the file, and, where nothing of that tells, the shorter path, then the first in order. Of two files with one path in one
 * archive the last counts, as when it is unpacked.
 */
export function chooseVersions(candidates: readonly Candidate[]): Chosen {
  const groups = Map.groupBy(candidates, ({ owned, exercise }) => `${owned.student}\n${exercise}`);
  const received: Received[] = [];
  const superseded: Refused[] = [];
  for (const versions of groups.values()) {
    const [latest, ...others] = versions.toReversed().toSorted(latestFirst);
    if (latest === undefined) continue;
    received.push(asReceived(latest));
    superseded.push(...others.map((other) => asSuperseded(other, latest)));
  }
  return { received, superseded };
}

function latestFirst(left: Candidate, right: Candidate): number {
  const path = (one: Candidate): string => one.owned.found.path;
  return (
    right.sureness - left.sureness ||
    compareNumbers(right.owned.claim.version, left.owned.claim.version) ||
    right.copy - left.copy ||
    timeOf(right) - timeOf(left) ||
    path(left).split("/").length - path(right).split("/").length ||
    path(left).length - path(right).length ||
    inOrder(path(left), path(right))
  );
}

function compareNumbers(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

function timeOf({ owned }: Candidate): number {
  return Math.floor(owned.found.modifiedMs / TIME_STEP_MS);
}

function asReceived({ owned, exercise, source }: Candidate): Received {
  const { found, claim, student } = owned;
  return {
    student,
    exercise,
    submission: { fileName: claim.inner.split("/").at(-1) ?? `${exercise}.ts`, source },
    ...(claim.receivedAt !== undefined && { receivedAt: claim.receivedAt }),
    ...(claim.late !== undefined && { late: claim.late }),
    origin: found.origin,
  };
}

function asSuperseded({ owned, exercise, sureness }: Candidate, latest: Candidate): Refused {
  const { origin } = latest.owned.found;
  const place = { student: owned.student, exercise, origin: owned.found.origin };
  const isBeside = sureness === 1 && latest.sureness > 1;
  return isBeside
    ? { ...place, code: "unknown-exercise", reason: `It lies beside "${origin}", which solves the exercise.` }
    : { ...place, code: "superseded", reason: `"${origin}" counts as the latest version.` };
}

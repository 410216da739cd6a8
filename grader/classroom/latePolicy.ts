import type { Course, Received } from "#contract/class.ts";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The share of a score that is lost for lateness: `perDay` for each day begun after the due time, at most `atMost`.
 * What a platform marks as late without saying when counts as one day late.
 */
export function latePenalty(
  { late }: Course,
  received: Pick<Received, "exercise" | "receivedAt" | "late">,
): number {
  if (late?.perDay === undefined) return 0;
  return Math.min(late.atMost ?? 1, late.perDay * daysLate(late.due, received), 1);
}

function daysLate(
  due: Readonly<Record<string, string>> | undefined,
  { exercise, receivedAt, late }: Pick<Received, "exercise" | "receivedAt" | "late">,
): number {
  const limit = due?.[exercise] ?? due?.["*"];
  if (limit === undefined || receivedAt === undefined) return late === true ? 1 : 0;
  return Math.max(0, Math.ceil((Date.parse(receivedAt) - Date.parse(limit)) / dayMs));
}

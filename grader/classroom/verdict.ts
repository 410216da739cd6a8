import { createHash } from "node:crypto";
import type { Report } from "#contract/report.ts";

/** What a report says apart from where it was made, how long it took, and digits as they were printed. */
export function verdictOf(report: Report): string {
  const { exercise, exerciseVersion, graderVersion, seed, score, maxScore, diagnostics, functions } = report;
  const judged = functions.map(({ message, firstMismatch, ...rest }) => ({
    ...rest,
    message: { key: message.key, values: withoutDigits(message.values) },
    firstMismatch: firstMismatch && { case: firstMismatch.case, path: firstMismatch.path },
  }));
  const verdict = [exercise, exerciseVersion, graderVersion, seed, score, maxScore, diagnostics, judged];
  return createHash("sha256").update(JSON.stringify(verdict)).digest("hex");
}

function withoutDigits(values: Readonly<Record<string, string | number>>): object {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== "expected" && name !== "got"));
}

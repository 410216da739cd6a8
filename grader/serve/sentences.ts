import type { Localized, Message } from "#contract/messages.ts";
import type { FunctionReport, Report } from "#contract/report.ts";
import { render, type ExerciseTexts } from "#diagnose/render.ts";
import type { FunctionSentences } from "./client/protocol.ts";

/** Everything a report says, in both languages: an editor may change its own without another check. */
export function sentencesOf(
  report: Report,
  texts: ExerciseTexts,
): Readonly<Record<string, FunctionSentences>> {
  return Object.fromEntries(report.functions.map((one) => [one.name, sentencesOfFunction(one, texts)]));
}

function sentencesOfFunction(one: FunctionReport, texts: ExerciseTexts): FunctionSentences {
  return {
    says: both(one.message, texts),
    look: one.misconception === null ? null : (texts[`look.${one.misconception}`] ?? null),
    mismatch: mismatchOf(one, texts),
  };
}

function mismatchOf({ firstMismatch }: FunctionReport, texts: ExerciseTexts): Localized | null {
  if (firstMismatch === null) return null;
  const { path, expected, got } = firstMismatch;
  const at = path === "" ? "" : ` ${path}`;
  return both({ key: "failed.value", values: { case: firstMismatch.case, path: at, expected, got } }, texts);
}

function both(message: Message, texts: ExerciseTexts): Localized {
  return { en: render(message, "en", texts), ja: render(message, "ja", texts) };
}

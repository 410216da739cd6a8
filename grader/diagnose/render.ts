import type { Language, Localized, Message } from "#contract/messages.ts";
import { english } from "./sentences.en.ts";
import { japanese } from "./sentences.ja.ts";

const tables: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: english, ja: japanese };

/** Texts of one exercise, by the key without `exercise.`: `misconception.<id>`, `invariant.<id>`. */
export type ExerciseTexts = Readonly<Record<string, Localized>>;

/**
 * A message in words. `{name}` is filled in; a part in square brackets is left out when one of its values is missing.
 * An exercise's own sentence has no values and is shown as it is: its brackets and braces are formulas.
 * An unknown key is the grader's mistake and is shown as itself, so that it is noticed and reported.
 */
export function render(message: Message, language: Language, texts: ExerciseTexts = {}): string {
  const ofExercise = message.key.startsWith("exercise.")
    ? texts[message.key.slice("exercise.".length)]
    : undefined;
  if (ofExercise !== undefined) return ofExercise[language];
  return fill(tables[language][message.key] ?? message.key, message.values);
}

function fill(template: string, values: Message["values"]): string {
  const whole = template.replaceAll(/\[([^\]]*)\]/g, (_, part: string) =>
    namesIn(part).every((name) => name in values) ? part : "",
  );
  return whole.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

function namesIn(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
}

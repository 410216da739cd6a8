import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { GradusError } from "#contract/errors.ts";
import type { Language } from "#contract/messages.ts";
import type { ExerciseTexts } from "#diagnose/render.ts";
import type { Exercise } from "#engine/ports.ts";

/** The exercise's own sentences, by message key without `exercise.`. */
export function textsOf(exercise: Pick<Exercise, "manifest" | "misconceptions">): ExerciseTexts {
  const invariants = Object.entries(exercise.manifest.invariants).map(
    ([id, text]) => [`invariant.${id}`, text] as const,
  );
  const slips = Object.entries(exercise.misconceptions).flatMap(([id, { says, look }]) => [
    [`misconception.${id}`, says] as const,
    [`look.${id}`, look] as const,
  ]);
  return Object.fromEntries([...invariants, ...slips]);
}

/** Hints by function: levels from nudge to worked step. */
export type Hints = Readonly<Record<string, readonly string[]>>;

/** Reads hints.<language>.md: a section `## function` each, in it `### 1`, `### 2`, `### 3`. */
export async function readHints(folder: string, language: Language): Promise<Hints> {
  const path = join(folder, `hints.${language}.md`);
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new GradusError("exercise-invalid", `${path} cannot be read.`, { cause });
  });
  const hints: Record<string, string[]> = {};
  for (const section of text.split(/^## /m).slice(1)) {
    const [title = "", ...levels] = section.split(/^### \d+[^\n]*$/m);
    hints[title.split("\n")[0]?.trim() ?? ""] = levels.map((level) => level.trim());
  }
  return hints;
}

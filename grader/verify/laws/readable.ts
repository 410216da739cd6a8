import { readHints } from "#catalog/texts.ts";
import type { Language, Localized } from "#contract/messages.ts";
import { complaintsAbout } from "#diagnose/readability.ts";
import type { Law } from "../law.ts";

const languages: readonly Language[] = ["en", "ja"];

export const readable: Law = {
  id: "readable",
  title: "what a student reads about a function is short, plain and judges nobody, in both languages",
  failures: async ({ exercise, folder }) => {
    const clauses = [
      ...Object.entries(exercise.manifest.invariants).map(([id, text]) => [`invariant ${id}`, text] as const),
      ...Object.entries(exercise.misconceptions).map(([id, { says }]) => [`${id} says`, says] as const),
    ];
    const looks = Object.entries(exercise.misconceptions).map(
      ([id, { look }]) => [`${id} look`, look] as const,
    );
    const of = (entries: readonly (readonly [string, Localized])[], kind: "clause" | "prose") =>
      entries.flatMap(([where, text]) =>
        languages.flatMap((language) =>
          complaintsAbout(text[language], language, kind).map((what) => `${where} (${language}): ${what}`),
        ),
      );
    const hints = await Promise.all(languages.map(async (language) => hintComplaints(folder, language)));
    return [...of(clauses, "clause"), ...of(looks, "prose"), ...hints.flat()];
  },
};

async function hintComplaints(folder: string, language: Language): Promise<readonly string[]> {
  return Object.entries(await readHints(folder, language)).flatMap(([name, levels]) =>
    levels.flatMap((text, index) =>
      complaintsAbout(text, language, "prose").map(
        (what) => `hint ${index + 1} of ${name} (${language}): ${what}`,
      ),
    ),
  );
}

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { brokenPrerequisites, manifestsOf } from "#catalog/courseOrder.ts";
import { bundledExercises, exerciseIds } from "#catalog/folders.ts";
import { readHints } from "#catalog/texts.ts";
import type { Examined, Law } from "../law.ts";

const files = [
  "statement.en.md",
  "statement.ja.md",
  "hints.en.md",
  "hints.ja.md",
  "starter.ts",
  "solution.ts",
  "reference.ts",
  "cases.ts",
];
const HINT_LEVELS = 3;

/** What `gradus new` leaves for the author. */
export const TO_FILL_IN = "FILL IN";

export const complete: Law = {
  id: "complete",
  title: "every file is there, in both languages, and nothing is left to fill in",
  failures: async (examined) => [
    ...files.filter((name) => !existsSync(join(examined.folder, name))).map((name) => `${name} is missing`),
    ...(await missingHints(examined)),
    ...missingSignatures(examined),
    ...(await missingPrerequisites(examined)),
    ...(await leftovers(examined.folder)),
  ],
};

async function missingHints({ folder, exercise }: Examined): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const language of ["en", "ja"] as const) {
    if (!existsSync(join(folder, `hints.${language}.md`))) continue;
    const hints = await readHints(folder, language);
    for (const { name } of exercise.manifest.functions) {
      const levels = (hints[name] ?? []).filter((level) => level !== "");
      if (levels.length !== HINT_LEVELS)
        failures.push(
          `hints.${language}.md has ${levels.length} levels for ${name}; it needs ${HINT_LEVELS}`,
        );
    }
  }
  return failures;
}

function missingSignatures({ exercise, solution }: Examined): readonly string[] {
  return exercise.manifest.functions.flatMap(({ name, parameters }) => {
    const exported = solution[name];
    if (typeof exported !== "function") return [`solution.ts does not export ${name}`];
    return exported.length === parameters.length
      ? []
      : [
          `${name} takes ${exported.length} arguments in solution.ts and ${parameters.length} in exercise.json`,
        ];
  });
}

/** What it builds on lies in the same folder or is bundled; of two with one id the one in the folder counts. */
async function missingPrerequisites({ folder, exercise }: Examined): Promise<readonly string[]> {
  const folders = new Set([bundledExercises(), dirname(folder)]);
  const read = [...folders].map(async (one) => manifestsOf(one, await exerciseIds(one)));
  const known = (await Promise.all(read)).flat();
  return brokenPrerequisites(exercise.manifest.id, known).map(
    (id) =>
      `exercise.json names ${id} as a prerequisite: there is no such exercise, or it builds on this one`,
  );
}

async function leftovers(folder: string): Promise<readonly string[]> {
  const failures: string[] = [];
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.(ts|md|json)$/.test(name))
    .toSorted();
  for (const name of names) {
    const lines = (await readFile(join(folder, name), "utf8")).split("\n");
    lines.forEach((line, index) => {
      if (line.includes(TO_FILL_IN)) failures.push(`${name}:${index + 1}: ${line.trim()}`);
    });
  }
  return failures;
}

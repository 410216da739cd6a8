import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import { readManifest } from "#catalog/manifest.ts";
import { readHints } from "#catalog/texts.ts";
import { GradusError } from "#contract/errors.ts";
import type { Language } from "#contract/messages.ts";

export interface HintOptions {
  readonly level: number;
  readonly function?: string;
  readonly lang: Language;
  readonly exercises?: string;
}

export async function hint(id: string, options: HintOptions): Promise<void> {
  const folder = await exerciseFolder(options.exercises ?? bundledExercises(), id);
  const [manifest, hints] = await Promise.all([readManifest(folder), readHints(folder, options.lang)]);
  const names = manifest.functions.map((spec) => spec.name);
  if (options.function !== undefined && !names.includes(options.function))
    throw new GradusError("usage", `${id} has no function ${options.function}. It has: ${names.join(", ")}.`);
  const chosen = options.function === undefined ? names : [options.function];
  const sections = chosen.map((name) => `${name}\n${hints[name]?.[options.level - 1] ?? "-"}`);
  process.stdout.write(`${sections.join("\n\n")}\n`);
}

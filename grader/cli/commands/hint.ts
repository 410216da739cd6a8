import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import { readManifest } from "#catalog/manifest.ts";
import { readHints } from "#catalog/texts.ts";
import { counterexamplesOf } from "#compose/counterexamples.ts";
import { openEngine, publicSeed } from "#compose/openEngine.ts";
import { GradusError } from "#contract/errors.ts";
import type { Language } from "#contract/messages.ts";
import { grade } from "#engine/grade.ts";
import { linesOf } from "../printCounterexample.ts";
import { readSubmission } from "../readSubmission.ts";

export interface HintOptions {
  readonly level: number;
  readonly function?: string;
  readonly lang: Language;
  readonly file?: string;
  readonly exercises?: string;
}

/** After the nudge and before the worked step. */
const LEVEL_OF_COUNTEREXAMPLE = 2;

export async function hint(id: string, options: HintOptions): Promise<void> {
  const folder = await exerciseFolder(options.exercises ?? bundledExercises(), id);
  const [manifest, hints] = await Promise.all([readManifest(folder), readHints(folder, options.lang)]);
  const names = manifest.functions.map((spec) => spec.name);
  if (options.function !== undefined && !names.includes(options.function))
    throw new GradusError("usage", `${id} has no function ${options.function}. It has: ${names.join(", ")}.`);
  const chosen = options.function === undefined ? names : [options.function];
  const shown =
    options.file === undefined || options.level !== LEVEL_OF_COUNTEREXAMPLE
      ? new Map<string, string>()
      : await counterexamplesIn(options.file, id, chosen, options);
  const sections = chosen.map((name) => {
    const example = shown.get(name);
    return [
      name,
      ...(example === undefined ? [] : [example, ""]),
      hints[name]?.[options.level - 1] ?? "-",
    ].join("\n");
  });
  process.stdout.write(`${sections.join("\n\n")}\n`);
}

/** Counterexamples to what the student has written, by function. */
async function counterexamplesIn(
  file: string,
  id: string,
  names: readonly string[],
  { lang, exercises }: HintOptions,
): Promise<ReadonlyMap<string, string>> {
  const submission = await readSubmission(file);
  if ("unreadable" in submission) return new Map();
  const engine = await openEngine(exercises === undefined ? {} : { exercises });
  try {
    const [exercise, seed] = [await engine.exercise(id), publicSeed()];
    const report = await grade({ exercise, seed, submission }, engine.ports);
    const checked = { exercise, submission, seed, report };
    const found = await counterexamplesOf(checked, names, engine, engine.ports.sandbox);
    return new Map(found.map((one) => [one.function, linesOf(one, exercise, lang).join("\n")]));
  } finally {
    await engine.close();
  }
}

import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import { readManifest } from "#catalog/manifest.ts";
import { readHints } from "#catalog/texts.ts";
import { counterexamplesOf, LEVEL_OF_COUNTEREXAMPLE } from "#compose/counterexamples.ts";
import { openEngine, publicSeed } from "#compose/openEngine.ts";
import { GradusError } from "#contract/errors.ts";
import type { Language } from "#contract/messages.ts";
import type { Submission } from "#contract/sandbox.ts";
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

export async function hint(id: string, options: HintOptions): Promise<void> {
  const folder = await exerciseFolder(options.exercises ?? bundledExercises(), id);
  const [manifest, hints] = await Promise.all([readManifest(folder), readHints(folder, options.lang)]);
  const names = manifest.functions.map((spec) => spec.name);
  if (options.function !== undefined && !names.includes(options.function))
    throw new GradusError("usage", `${id} has no function ${options.function}. It has: ${names.join(", ")}.`);
  const chosen = options.function === undefined ? names : [options.function];
  const shown =
    options.file === undefined || options.level !== LEVEL_OF_COUNTEREXAMPLE
      ? new Map<string, readonly string[]>()
      : await counterexamplesIn(options.file, { ...options, id, names: chosen });
  const sections = chosen.map((name) => {
    const example = shown.get(name);
    return [
      name,
      ...(example === undefined ? [] : [...example, ""]),
      hints[name]?.[options.level - 1] ?? "-",
    ].join("\n");
  });
  process.stdout.write(`${sections.join("\n\n")}\n`);
}

/** Counterexamples to what the student has written, by function. The hint itself is there also where none can be had. */
async function counterexamplesIn(
  file: string,
  asked: Asked,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const submission = await readSubmission(file);
  if ("unreadable" in submission) return new Map();
  return await lookFor(submission, asked).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`No example can be had: ${reason}\n`);
    return new Map<string, readonly string[]>();
  });
}

interface Asked extends Pick<HintOptions, "lang" | "exercises"> {
  readonly id: string;
  readonly names: readonly string[];
}

async function lookFor(
  submission: Submission,
  { id, names, lang, exercises }: Asked,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const engine = await openEngine(exercises === undefined ? {} : { exercises });
  try {
    const [exercise, seed] = [await engine.exercise(id), publicSeed()];
    const report = await grade({ exercise, seed, submission }, engine.ports);
    const checked = { exercise, submission, seed, report };
    const found = await counterexamplesOf(checked, names, engine, engine.ports.sandbox);
    return new Map(found.map((one) => [one.function, linesOf(one, exercise, lang)]));
  } finally {
    await engine.close();
  }
}

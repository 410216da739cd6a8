import { counterexamplesOf, rootsOf } from "#compose/counterexamples.ts";
import { publicSeed, type Grader } from "#compose/openEngine.ts";
import type { Localized } from "#contract/messages.ts";
import type { Report } from "#contract/report.ts";
import type { Sandbox } from "#contract/sandbox.ts";
import { describeCounterexample } from "#diagnose/counterexample/describe.ts";
import { grade } from "#engine/grade.ts";
import type { CheckParams, CounterexampleParams } from "./client/protocol.ts";

type Checked = Parameters<typeof counterexamplesOf>[0];

/** The smallest counterexample to one function of a file, in both languages, or null. */
export async function showCounterexample(
  { exercise: id, source, file, function: name, seed: chosen }: CounterexampleParams,
  grader: Grader,
  sandbox: Sandbox,
): Promise<Localized | null> {
  const exercise = await grader.exercise(id);
  const seed = publicSeed(chosen);
  const submission = { fileName: file, source };
  const report = await grade({ exercise, seed, submission }, { ...grader.ports, sandbox });
  const found = await describeAll({ exercise, submission, seed, report }, [name], grader, sandbox);
  return found[name] ?? null;
}

/** After a check: of each function that is wrong by itself. */
export async function showCounterexamples(
  { exercise: id, source, file, seed: chosen }: CheckParams,
  report: Report,
  grader: Grader,
  sandbox: Sandbox,
): Promise<Readonly<Record<string, Localized>>> {
  const submission = { fileName: file, source };
  const checked = { exercise: await grader.exercise(id), submission, seed: publicSeed(chosen), report };
  return await describeAll(checked, rootsOf(report), grader, sandbox);
}

async function describeAll(
  checked: Checked,
  names: readonly string[],
  grader: Grader,
  sandbox: Sandbox,
): Promise<Readonly<Record<string, Localized>>> {
  const found = await counterexamplesOf(checked, names, grader, sandbox);
  const entries = found.flatMap((one) => {
    const spec = checked.exercise.manifest.functions.find(({ name }) => name === one.function);
    if (spec === undefined) return [];
    const inLanguage = (language: keyof Localized): string =>
      describeCounterexample(one, spec, language).join("\n");
    return [[one.function, { en: inLanguage("en"), ja: inLanguage("ja") }] as const];
  });
  return Object.fromEntries(entries);
}

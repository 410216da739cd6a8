import { counterexamplesOf, rootsOf } from "#compose/counterexamples.ts";
import type { Engine } from "#compose/openEngine.ts";
import type { Language } from "#contract/messages.ts";
import { describeCounterexample, type Counterexample } from "#diagnose/counterexample/describe.ts";
import type { Exercise } from "#engine/ports.ts";

/**
 * Beneath a report, for the function that is to be mended first: the smallest input that shows what is wrong. The report
 * stands there already, so that nobody waits for this.
 */
export async function printCounterexample(
  checked: Parameters<typeof counterexamplesOf>[0],
  { ports, oracle }: Engine,
  language: Language,
): Promise<void> {
  const found = await counterexamplesOf(
    checked,
    rootsOf(checked.report).slice(0, 1),
    { ports, oracle },
    ports.sandbox,
  );
  for (const one of found)
    process.stdout.write(`\n  ${one.function}: ${linesOf(one, checked.exercise, language).join("\n    ")}\n`);
}

export function linesOf(one: Counterexample, { manifest }: Exercise, language: Language): readonly string[] {
  const spec = manifest.functions.find(({ name }) => name === one.function);
  return spec === undefined ? [] : describeCounterexample(one, spec, language);
}

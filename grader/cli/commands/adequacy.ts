import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { courseIds } from "#catalog/courseOrder.ts";
import { exerciseFolder } from "#catalog/folders.ts";
import { publicSeed, type Engine } from "#compose/openEngine.ts";
import { FIGURES, printFigures, readFigures, regressions, type Figures } from "#verify/adequacy/figures.ts";
import { measureAdequacy } from "#verify/adequacy/measureAdequacy.ts";

/** Grades the grader of some exercises, writes each one's adequacy.json, and says what has become worse. */
export async function adequacy(
  engine: Engine,
  exercises: string,
  { ids, print }: { readonly ids: readonly string[]; readonly print: (text: string) => void },
): Promise<readonly Figures[]> {
  const all: Figures[] = [];
  for (const id of ids.length === 0 ? await courseIds(exercises) : ids) {
    const folder = await exerciseFolder(exercises, id);
    const exercise = await engine.exercise(id);
    const { ports, references, oracle } = engine;
    const figures = await measureAdequacy({ folder, exercise, ports, references, oracle, seed: publicSeed });
    const before = await readFigures(folder);
    await writeFile(join(folder, FIGURES), printFigures(figures));
    print(prose(figures, before === null ? [] : regressions(before, figures)));
    all.push(figures);
  }
  return all;
}

/** Whether nothing falls short that has no reason: wrong answers that pass, right ones that do not, wrong names. */
export function isAdequate({ mutants, right, guesses, naming }: Figures): boolean {
  return (
    mutants.survivors.length === 0 &&
    right.rejected.length === 0 &&
    guesses.every((one) => one.honest || one.points === 0) &&
    [naming.single, naming.two, naming.own].every((one) => one.misnamed.length + one.accepted.length === 0)
  );
}

function prose({ exercise, mutants, right, guesses, naming }: Figures, worse: readonly string[]): string {
  const { single, two } = naming;
  const earning = guesses.filter((one) => !one.honest && one.points > 0);
  const list = (items: readonly string[]): readonly string[] => items.map((one) => `      ${one}`);
  return [
    exercise,
    `  mutants    ${mutants.total}, killed ${mutants.killed}, equivalent ${mutants.equivalent.length}, surviving ${mutants.survivors.length}`,
    ...list(mutants.survivors),
    `  right      ${right.files}, rejected ${right.rejected.length}`,
    ...list(right.rejected),
    `  guesses    ${guesses.length}, earning points ${earning.length}`,
    ...list(earning.map((one) => `${one.submission}: ${one.points}`)),
    `  one slip   ${single.files}, named ${single.named}, wrongly named ${single.misnamed.length}`,
    ...list([...single.misnamed, ...single.unnamed, ...single.accepted]),
    `  two slips  ${two.files}, both found ${two.rootsFound}, both named ${two.named}`,
    ...list([...two.misnamed, ...two.unnamed, ...two.rootsMissed, ...two.accepted]),
    ...worse.map((one) => `  worse than before: ${one}`),
  ].join("\n");
}

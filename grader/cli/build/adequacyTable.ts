import { courseIds } from "#catalog/courseOrder.ts";
import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import { readFigures, type Figures } from "#verify/adequacy/figures.ts";

const head = [
  "| exercise | mutants | killed | equivalent | surviving | right answers | rejected | one slip | named | wrongly | two slips | both found |",
  "|---|---|---|---|---|---|---|---|---|---|---|---|",
];

/** How far each exercise's grader can be trusted, from the adequacy.json files, and all of them together. */
export async function adequacyTable(): Promise<string> {
  const folder = bundledExercises();
  const read = (await courseIds(folder)).map(async (id) => readFigures(await exerciseFolder(folder, id)));
  const figures = (await Promise.all(read)).filter((one) => one !== null);
  const cells = figures.map(numbersOf);
  const sums = (cells[0] ?? []).map((_, column) => cells.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const rows = figures.map(({ exercise }, index) => row(exercise, cells[index] ?? []));
  return [...head, ...rows, row("**all**", sums)].join("\n");
}

function numbersOf({ mutants, right, naming: { single, two } }: Figures): readonly number[] {
  return [
    mutants.total,
    mutants.killed,
    mutants.equivalent.length,
    mutants.survivors.length,
    right.files,
    right.rejected.length,
    single.files,
    single.named,
    single.misnamed.length,
    two.files,
    two.rootsFound,
  ];
}

function row(name: string, numbers: readonly number[]): string {
  return `| ${name} | ${numbers.join(" | ")} |`;
}

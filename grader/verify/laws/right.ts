import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "#contract/report.ts";
import { render } from "#diagnose/render.ts";
import { textsOf } from "#catalog/texts.ts";
import type { Examined, Law } from "../law.ts";

const ALTERNATIVES = 10;

export const right: Law = {
  id: "right",
  title: `the solution and at least ${ALTERNATIVES} differently written ones have full marks`,
  failures: async (examined) => {
    const folder = join(examined.folder, "alternatives", "right");
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".ts")).toSorted();
    const few =
      names.length < ALTERNATIVES
        ? [`alternatives/right has ${names.length} solutions; it needs ${ALTERNATIVES}`]
        : [];
    const paths = [join(examined.folder, "solution.ts"), ...names.map((name) => join(folder, name))];
    const failures = [...few];
    for (const path of paths)
      failures.push(...lost(examined, path, await examined.grade(await readFile(path, "utf8"))));
    return failures;
  },
};

function lost({ exercise, folder }: Examined, path: string, report: Report): readonly string[] {
  const texts = textsOf(exercise);
  return report.functions
    .filter((one) => one.status !== "passed")
    .map(
      (one) =>
        `${path.slice(folder.length + 1)}: ${one.name} is ${one.status}: ${render(one.message, "en", texts)}`,
    );
}

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "#contract/report.ts";
import type { Examined, Law } from "../law.ts";

const MINIMUM = 6;

export const named: Law = {
  id: "named",
  title: `at least ${MINIMUM} misconceptions; every form fails, is recognised as itself and as no other`,
  failures: async (examined) => {
    const ids = Object.keys(examined.exercise.misconceptions);
    const few = ids.length < MINIMUM ? [`there are ${ids.length} misconceptions; it needs ${MINIMUM}`] : [];
    const folder = join(examined.folder, "misconceptions");
    const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".ts")).toSorted();
    const without = ids.filter((id) => !files.some((name) => name.split(".")[0] === id));
    const failures = [...few, ...without.map((id) => `misconceptions/${id}.json has no ${id}.ts`)];
    for (const file of files) {
      const report = await examined.grade(await readFile(join(folder, file), "utf8"));
      failures.push(...misread(examined, file, report));
    }
    return failures;
  },
};

function misread({ exercise }: Examined, file: string, report: Report): readonly string[] {
  const id = file.split(".")[0] ?? "";
  const allowed = exercise.misconceptions[id]?.functions ?? [];
  const names = report.functions.flatMap((one) => (one.misconception === null ? [] : [one]));
  const others = names.filter((one) => one.misconception !== id);
  const roots = report.functions.filter((one) => one.rootCause && one.misconception === null);
  return [
    ...(names.some((one) => one.misconception === id && allowed.includes(one.name))
      ? []
      : [`${file} is not recognised`]),
    ...others.map((one) => `${file}: ${one.name} is called ${one.misconception ?? ""}`),
    ...roots.map((one) => `${file}: ${one.name} is ${one.status} and has no name (${one.message.key})`),
    ...(report.score < report.maxScore ? [] : [`${file} has full marks`]),
  ];
}

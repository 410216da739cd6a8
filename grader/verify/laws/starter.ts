import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Law } from "../law.ts";

export const starter: Law = {
  id: "starter",
  title: "the starter is not attempted and has no points",
  failures: async ({ folder, grade }) => {
    const report = await grade(await readFile(join(folder, "starter.ts"), "utf8"));
    const wrong = report.functions.filter((one) => one.status !== "not-attempted");
    return [
      ...wrong.map((one) => `${one.name} of the starter is ${one.status}`),
      ...(report.score === 0 ? [] : [`the starter has ${report.score} points`]),
    ];
  },
};

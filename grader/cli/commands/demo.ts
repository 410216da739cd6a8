import { existsSync } from "node:fs";
import { join } from "node:path";
import { courseIds } from "#catalog/courseOrder.ts";
import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import { textsOf } from "#catalog/texts.ts";
import type { Language } from "#contract/messages.ts";
import { grade } from "#engine/grade.ts";
import { openEngine, publicSeed } from "#compose/openEngine.ts";
import { printReport } from "../printReport.ts";
import { readSubmission } from "../readSubmission.ts";

export interface DemoOptions {
  readonly lang: Language;
  readonly exercises?: string;
}

/** Grades the sample submission of every exercise: an honest attempt with a slip or two, as a student might hand in. */
export async function demo({ lang, exercises = bundledExercises() }: DemoOptions): Promise<void> {
  const engine = await openEngine({ exercises });
  try {
    for (const id of await courseIds(exercises)) {
      const path = join(await exerciseFolder(exercises, id), "sample.ts");
      if (!existsSync(path)) continue;
      const submission = await readSubmission(path);
      if ("unreadable" in submission) continue;
      const exercise = await engine.exercise(id);
      const report = await grade({ exercise, seed: publicSeed(), submission }, engine.ports);
      const title = exercise.manifest.title[lang];
      printReport(report, { title, texts: textsOf(exercise), language: lang, stream: process.stdout });
      process.stdout.write("\n");
    }
  } finally {
    await engine.close();
  }
}

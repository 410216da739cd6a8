import { classResults } from "#classroom/results.ts";
import type { ClassResults } from "#contract/class.ts";
import { writeResults } from "#exchange/write/writeResults.ts";
import type { Gradebook } from "#gradebook/gradebook.ts";
import type { Setting } from "./setting.ts";

/** Writes the reports of all grades that count, whether they were made just now or earlier. */
export async function writeClass(
  gradebook: Gradebook,
  classId: string,
  { setting, out }: { readonly setting: Setting; readonly out: string },
): Promise<ClassResults> {
  const grades = await gradebook.grades(await gradebook.official(classId));
  const results = classResults(setting.submissions, grades, setting);
  await writeResults(results, { out, texts: setting.texts, comments: await setting.commentsNow() });
  return results;
}

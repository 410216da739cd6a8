import { createHash } from "node:crypto";
import { graderVersion } from "#compose/version.ts";
import { zip } from "#exchange/write/zip.ts";
import type { ExportParams, SubmissionIndex } from "./client/protocol.ts";

/**
 * What a student hands in, as one archive: the sources under the names of their exercises, as class-wide grading reads them,
 * and an index that says what they were and which versions they were written against. Equal work gives equal bytes.
 */
export async function exportSubmission(
  { files }: ExportParams,
  versionOf: (exercise: string) => Promise<string>,
): Promise<Buffer> {
  const exercises = await Promise.all(
    files
      .toSorted((a, b) => a.exercise.localeCompare(b.exercise))
      .map(async ({ exercise, source }) => ({
        exercise,
        exerciseVersion: await versionOf(exercise),
        file: `${exercise}.ts`,
        sha256: createHash("sha256").update(source).digest("hex"),
        source,
      })),
  );
  const index: SubmissionIndex = {
    schemaVersion: 1,
    graderVersion,
    exercises: exercises.map(({ source: _, ...one }) => one),
  };
  return zip([
    ...exercises.map(({ file, source }) => ({ name: file, content: Buffer.from(source) })),
    { name: "gradus-submission.json", content: Buffer.from(`${JSON.stringify(index, null, 2)}\n`) },
  ]);
}

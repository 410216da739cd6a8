/**
 * A warm engine in a process of its own, as an editor will have one: it answers each question with what a check gave.
 * Composed as the command line composes it.
 */
import { readFile } from "node:fs/promises";
import { grade } from "#engine/grade.ts";
import { openEngine, publicSeed } from "#compose/openEngine.ts";

export interface Question {
  readonly exercise: string;
  readonly file: string;
}

export interface Reply {
  readonly score: number;
  readonly misconceptions: readonly string[];
  readonly wallMs: number;
}

const engine = await openEngine();
const seed = publicSeed();

process.on("message", (question: Question) => {
  void answer(question).then((reply) => process.send?.(reply));
});
process.on("disconnect", () => {
  void engine.close();
});

async function answer({ exercise: id, file }: Question): Promise<Reply> {
  const exercise = await engine.exercise(id);
  const submission = { fileName: "submission.ts", source: await readFile(file, "utf8") };
  const report = await grade({ exercise, seed, submission }, engine.ports);
  const misconceptions = report.functions.flatMap((one) => one.misconception ?? []);
  return { score: report.score, misconceptions, wallMs: report.wallMs };
}

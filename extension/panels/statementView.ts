import { workspace } from "vscode";
import type { Language } from "#contract/messages.ts";
import type { ExerciseSummary } from "#serve/client/protocol.ts";
import type { FunctionStanding, Standing, StatementView } from "#webviews/protocol/statement.ts";
import type { Services } from "../services.ts";

/** All that the statement page of an exercise shows. */
export async function statementView(
  services: Services,
  exercise: ExerciseSummary,
  language: Language,
): Promise<StatementView> {
  const { id, title, track, minutes, maxScore, picture } = exercise;
  const [{ markdown }, { exercises }] = await Promise.all([
    services.engine.request("statement", { exercise: id, language }),
    services.course.list(),
  ]);
  const functions = exercise.functions.map(({ name, points, signature, hintLevels }) => ({
    name,
    points,
    signature,
    hintLevels,
  }));
  const prerequisites = exercise.prerequisites.flatMap((earlier) => {
    const known = exercises.find((one) => one.id === earlier);
    return known === undefined ? [] : [{ exercise: earlier, title: known.title }];
  });
  const standing = standingOf(services, id);
  return {
    exercise: id,
    language,
    markdown,
    title,
    track,
    minutes,
    maxScore,
    picture,
    functions,
    prerequisites,
    standing,
  };
}

/** Marks and points from the progress; the sentences only while they speak of the text as it stands. */
export function standingOf({ progress, checker, course }: Services, exercise: string): Standing {
  const known = Object.entries(progress.of(exercise)?.functions ?? {});
  const open = workspace.textDocuments.filter((document) => course.idOf(document) === exercise);
  const sentences = open.map(({ uri }) => checker.freshOf(uri)?.result.sentences).find((one) => one != null);
  return Object.fromEntries(
    known.map(([name, { status, points }]): [string, FunctionStanding] => {
      return [name, { status, points, says: sentences?.[name]?.says ?? null }];
    }),
  );
}

import { bundledExercises, exerciseFolder, exerciseIds } from "#catalog/folders.ts";
import { loadExercise } from "#catalog/loadExercise.ts";
import { queueName } from "#classroom/jobs.ts";
import { graderVersion } from "#compose/version.ts";
import type { Database } from "#gradebook/database.ts";
import { GradingQueue } from "#gradebook/server/queue.ts";

/** The queue of the workers that have these exercises and this grader; others would give other grades. */
export async function openQueueHere(
  database: Database,
  { exercises: folder = bundledExercises() }: { readonly exercises?: string },
): Promise<GradingQueue> {
  const ids = await exerciseIds(folder);
  const exercises = await Promise.all(
    ids.map(async (id) => await loadExercise(await exerciseFolder(folder, id))),
  );
  return await GradingQueue.over(database, queueName(graderVersion, exercises));
}

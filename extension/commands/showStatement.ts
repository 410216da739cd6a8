import { commands } from "vscode";
import type { Services } from "../services.ts";
import { chooseExercise } from "./chooseExercise.ts";

/** The statement of the exercise named, else of the one in the active editor; else the student picks. */
export async function showStatement(services: Services, id?: unknown): Promise<void> {
  const exercise = await chooseExercise(services, id);
  if (exercise !== undefined) await commands.executeCommand("gradus.openStatement", exercise);
}

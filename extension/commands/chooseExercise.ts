import { window } from "vscode";
import type { ExerciseSummary } from "#serve/client/protocol.ts";
import type { Services } from "../services.ts";
import { activeDocument } from "./activeDocument.ts";
import { exerciseNamed } from "./exerciseNamed.ts";

/** The exercise named, else the one in the active editor; else the student picks one of those that `fit`. */
export async function chooseExercise(
  { course, language }: Services,
  id: unknown,
  fit: (exercise: ExerciseSummary) => boolean = () => true,
): Promise<string | undefined> {
  const known = exerciseNamed(id);
  if (known !== undefined) return known;
  const active = await activeDocument();
  const here = active && course.idOf(active);
  if (here !== undefined) return here;
  const { exercises } = await course.list();
  const items = exercises.filter(fit).map((one) => ({ label: one.title[language], description: one.id }));
  return (await window.showQuickPick(items))?.description;
}

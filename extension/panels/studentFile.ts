import { commands, l10n, Range, Selection, ViewColumn, window, workspace, type TextDocument } from "vscode";
import { functionsIn } from "../course/course.ts";
import type { Services } from "../services.ts";

/** The student's file of an exercise, the one on the screen before any other; undefined if there is none yet. */
export async function findDocument(
  { course }: Services,
  exercise: string,
): Promise<TextDocument | undefined> {
  const visible = window.visibleTextEditors.find((one) => course.idOf(one.document) === exercise);
  if (visible !== undefined) return visible.document;
  const [known] = await course.filesOf(exercise);
  return known && workspace.openTextDocument(known);
}

/** As `findDocument`; the exercise is opened if there is no file yet. */
export async function openDocument(services: Services, exercise: string): Promise<TextDocument> {
  const known = await findDocument(services, exercise);
  if (known !== undefined) return known;
  await commands.executeCommand("gradus.openExercise", exercise);
  const made = await findDocument(services, exercise);
  if (made === undefined) throw new Error(l10n.t("Open the exercise first: there is no file for it yet."));
  return made;
}

/** Shows the student's file with a function selected. */
export async function revealFunction(services: Services, id: string, name: string): Promise<void> {
  const document = await openDocument(services, id);
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, shown?.viewColumn ?? ViewColumn.Beside);
  const exercise = await services.course.exercise(id);
  const place = exercise && functionsIn(document, exercise).find(({ spec }) => spec.name === name)?.place;
  if (!place) return;
  editor.selection = new Selection(place.line, place.start, place.line, place.end);
  editor.revealRange(new Range(place.line, 0, place.lastLine, 0));
}

import { l10n, Uri, window, workspace, type TextDocument } from "vscode";
import { functionsIn } from "../course/course.ts";
import type { Services } from "../services.ts";
import { activeDocument } from "./activeDocument.ts";
import { exerciseNamed } from "./exerciseNamed.ts";

/** The course file that a command is about: the one it was given, else the one in the active editor. */
export async function targetDocument(given: unknown, services: Services): Promise<TextDocument | undefined> {
  const uri = isUriLike(given) ? Uri.from(given) : await fileOf(exerciseNamed(given), services);
  const document = uri ? await workspace.openTextDocument(uri) : await activeDocument();
  if (document !== undefined && services.course.idOf(document) !== undefined) return document;
  void window.showInformationMessage(
    l10n.t("Open the file of an exercise first: the Gradus view lists them."),
  );
  return undefined;
}

/** The file of an exercise that was picked in the tree. */
async function fileOf(id: string | undefined, { course }: Services): Promise<Uri | undefined> {
  return id === undefined ? undefined : (await course.filesOf(id))[0];
}

/** Links in Markdown carry a URI as plain data. */
function isUriLike(given: unknown): given is { readonly scheme: string; readonly path: string } {
  return typeof given === "object" && given !== null && "scheme" in given && "path" in given;
}

/** The function that a command is about: the one it was given, or the one around the cursor; else the student picks. */
export async function targetFunction(
  given: unknown,
  document: TextDocument,
  services: Services,
): Promise<string | undefined> {
  const exercise = await services.course.exercise(services.course.idOf(document) ?? "");
  if (exercise === undefined) return undefined;
  const names = exercise.functions.map((one) => one.name);
  if (typeof given === "string" && names.includes(given)) return given;
  const editor = window.activeTextEditor;
  const line = editor?.document === document ? editor.selection.active.line : -1;
  const around = functionsIn(document, exercise).find(
    ({ place }) => place !== undefined && place.line <= line && line <= place.lastLine,
  );
  if (around !== undefined) return around.spec.name;
  return window.showQuickPick(names, { placeHolder: l10n.t("Which function?") });
}

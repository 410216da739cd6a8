import {
  commands,
  l10n,
  Position,
  Range,
  Selection,
  Uri,
  ViewColumn,
  window,
  workspace,
  type WorkspaceFolder,
} from "vscode";
import type { ExerciseSummary } from "#serve/client/protocol.ts";
import { functionsIn } from "../course/course.ts";
import type { Services } from "../services.ts";
import { exists } from "./exists.ts";

/**
 * Opens an exercise's file beside its statement. The file is made from the starter where there is none yet; one that is
 * there is opened as it is, wherever in the workspace it lies.
 */
export async function openExercise(services: Services, id?: unknown, name?: unknown): Promise<void> {
  const exercise = await chosen(services, id);
  if (exercise === undefined) return;
  const file = (await existing(services, exercise.id)) ?? (await create(services, exercise.id));
  if (file === undefined) return;
  const document = await workspace.openTextDocument(file);
  const editor = await window.showTextDocument(document, { viewColumn: columnFor(file), preview: false });
  if (typeof name !== "string") await commands.executeCommand("gradus.openStatement", exercise.id);
  void services.engine.warm({ exercise: exercise.id });
  const places = functionsIn(document, exercise);
  const wanted = places.find(({ spec }) => spec.name === name)?.place;
  if (wanted !== undefined) {
    const start = new Position(wanted.line, wanted.start);
    editor.selection = new Selection(start, start);
    editor.revealRange(new Range(start, start));
  }
}

/** Where it is shown already; else the first column, with the statement to its right. */
function columnFor(file: Uri): ViewColumn {
  const shown = window.visibleTextEditors.find((one) => one.document.uri.toString() === file.toString());
  return shown?.viewColumn ?? ViewColumn.One;
}

async function chosen({ course, language }: Services, id: unknown): Promise<ExerciseSummary | undefined> {
  const { exercises } = await course.list();
  if (typeof id === "string") return exercises.find((one) => one.id === id);
  const items = exercises.map((exercise) => ({
    label: exercise.title[language],
    description: exercise.id,
    detail: exercise.summary[language],
    exercise,
  }));
  const picked = await window.showQuickPick(items, {
    placeHolder: l10n.t("Which exercise?"),
    matchOnDescription: true,
  });
  return picked?.exercise;
}

async function existing({ course }: Services, id: string): Promise<Uri | undefined> {
  const files = await course.filesOf(id);
  if (files.length < 2) return files[0];
  const items = files.map((uri) => ({ label: workspace.asRelativePath(uri, true), uri }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("Which of these files?") });
  return picked?.uri;
}

async function create({ engine }: Services, id: string): Promise<Uri | undefined> {
  const folder = await folderForWork();
  if (folder === undefined) return undefined;
  const file = Uri.joinPath(folder.uri, `${id}.ts`);
  const { source } = await engine.request("starter", { exercise: id });
  // a search may miss what was written a moment ago or is excluded; what is there is never touched
  if (await exists(file)) return file;
  await workspace.fs.writeFile(file, new TextEncoder().encode(source));
  return file;
}

async function folderForWork(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length > 1)
    return window.showWorkspaceFolderPick({
      placeHolder: l10n.t("In which folder do you keep your work?"),
      ignoreFocusOut: true, // a window that takes the focus while it starts would answer for the student: nowhere
    });
  if (folders[0] !== undefined) return folders[0];
  const open = l10n.t("Open Folder");
  const choice = await window.showInformationMessage(
    l10n.t("Open a folder first: your files and your progress are kept there."),
    open,
  );
  if (choice === open) await commands.executeCommand("vscode.openFolder");
  return undefined;
}

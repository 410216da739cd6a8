import { l10n, Uri, window, workspace, type WorkspaceFolder } from "vscode";
import type { Services } from "../services.ts";

/** Writes what a student hands in: the course files of one folder, as they are saved, in one archive. */
export async function exportSubmission(services: Services): Promise<void> {
  const folder = await folderToExport();
  if (folder === undefined) return;
  const files = await filesIn(folder, services);
  if (files.length === 0) {
    void window.showInformationMessage(l10n.t("There is no file of an exercise in {0}.", folder.name));
    return;
  }
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder.uri, "submission.zip"),
    filters: { ZIP: ["zip"] },
  });
  if (target === undefined) return;
  const { archive } = await services.engine.request("exportSubmission", { files });
  await workspace.fs.writeFile(target, Buffer.from(archive, "base64"));
  const names = files.map((one) => one.exercise).join(", ");
  void window.showInformationMessage(l10n.t("Written to {0}: {1}.", workspace.asRelativePath(target), names));
}

async function folderToExport(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0];
  return window.showWorkspaceFolderPick({ placeHolder: l10n.t("The work of which folder?") });
}

/** One file an exercise: the one that was checked last, where there are several. */
export async function filesIn(
  folder: WorkspaceFolder,
  { course, progress }: Services,
): Promise<readonly { readonly exercise: string; readonly source: string }[]> {
  await workspace.saveAll();
  const found = await course.filesByExercise([...course.ids]);
  const chosen = [...found].flatMap(([exercise, uris]) => {
    const here = uris.filter((uri) => workspace.getWorkspaceFolder(uri) === folder);
    const last = progress.of(exercise)?.file;
    const uri = here.find((one) => workspace.asRelativePath(one, false) === last) ?? here[0];
    return uri === undefined ? [] : [{ exercise, uri }];
  });
  return Promise.all(
    chosen.map(async ({ exercise, uri }) => ({
      exercise,
      source: new TextDecoder().decode(await workspace.fs.readFile(uri)),
    })),
  );
}

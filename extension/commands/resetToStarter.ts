import { posix } from "node:path";
import { l10n, Range, Uri, window, workspace, WorkspaceEdit } from "vscode";
import type { Services } from "../services.ts";
import { exists } from "./exists.ts";
import { targetDocument } from "./target.ts";

/** Puts the starter back in place after asking, and keeps what was there in a file beside it. */
export async function resetToStarter(services: Services, uri?: unknown): Promise<void> {
  const document = await targetDocument(uri, services);
  const id = document && services.course.idOf(document);
  if (document === undefined || id === undefined) return;
  const reset = l10n.t("Reset");
  const answer = await window.showWarningMessage(
    l10n.t("Reset {0} to the starter?", posix.basename(document.uri.path)),
    { modal: true, detail: l10n.t("What you wrote is kept in a file beside it.") },
    reset,
  );
  if (answer !== reset) return;
  const { source } = await services.engine.request("starter", { exercise: id });
  const backup = await backupOf(document.uri);
  await workspace.fs.writeFile(backup, new TextEncoder().encode(document.getText()));
  const edit = new WorkspaceEdit(); // an edit, so that undo brings the work back as well
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), source);
  await workspace.applyEdit(edit);
  await document.save();
  window.setStatusBarMessage(l10n.t("Your work is kept in {0}.", posix.basename(backup.path)), 8000);
}

/** Beside the file, under a name that is none of an exercise's and not taken. */
async function backupOf(file: Uri): Promise<Uri> {
  const stem = posix.basename(file.path, ".ts");
  for (let number = 1; ; number++) {
    const backup = Uri.joinPath(file, "..", `${stem}.backup-${number}.ts`);
    if (!(await exists(backup))) return backup;
  }
}

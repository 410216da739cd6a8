import { dirname } from "node:path";
import { l10n, window, workspace, type QuickPickItem } from "vscode";
import { askForPath } from "./pickPath.ts";

interface ResultsItem extends QuickPickItem {
  readonly path: string | null;
}

/** The results folder of a class that was graded before, here or by the command line. */
export async function pickResults(): Promise<string | undefined> {
  const files = await workspace.findFiles("**/results.json", "**/node_modules/**", 50);
  const items = files.map(({ fsPath }): ResultsItem => {
    const folder = dirname(fsPath);
    return { label: workspace.asRelativePath(folder, true), description: folder, path: folder };
  });
  const other: ResultsItem = { label: l10n.t("Another folder…"), path: null };
  const picked = await window.showQuickPick([...items, other], {
    placeHolder: l10n.t("The results of which class?"),
  });
  return picked?.path === null ? askForPath("folder") : picked?.path;
}

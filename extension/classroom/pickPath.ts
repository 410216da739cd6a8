import { basename } from "node:path";
import { FileType, l10n, QuickPickItemKind, Uri, window, workspace, type QuickPickItem } from "vscode";

interface PathItem extends QuickPickItem {
  readonly path?: string | null;
  readonly ask?: "folder" | "file";
}

interface Wanted {
  readonly placeHolder: string;
  /** Which files at the top of the workspace are offered. */
  readonly files: RegExp;
  readonly folders: boolean;
}

/** What lies at the top of the workspace's folders is offered; anything else is found by a dialog. */
export async function pickPath(wanted: Wanted): Promise<string | undefined> {
  return (await pick(wanted, [])) ?? undefined;
}

/** Null for none at all; undefined where nothing was chosen, and so nothing changes. */
export function pickPathOrNone(wanted: Wanted): Promise<string | null | undefined> {
  return pick(wanted, [{ label: l10n.t("None"), path: null }]);
}

async function pick(
  { placeHolder, files, folders }: Wanted,
  more: readonly PathItem[],
): Promise<string | null | undefined> {
  const offered = await atTop(files, folders);
  const items: readonly PathItem[] = [
    ...offered,
    ...(offered.length === 0 ? [] : [{ label: "", kind: QuickPickItemKind.Separator }]),
    ...(folders ? [{ label: l10n.t("Another folder…"), ask: "folder" as const }] : []),
    { label: l10n.t("Another file…"), ask: "file" as const },
    ...more,
  ];
  const picked = await window.showQuickPick(items, { placeHolder });
  return picked?.ask === undefined ? picked?.path : askForPath(picked.ask);
}

export async function askForPath(kind: "folder" | "file"): Promise<string | undefined> {
  const defaultUri = workspace.workspaceFolders?.[0]?.uri;
  const chosen = await window.showOpenDialog({
    canSelectFolders: kind === "folder",
    canSelectFiles: kind === "file",
    ...(defaultUri === undefined ? {} : { defaultUri }),
  });
  return chosen?.[0]?.fsPath;
}

async function atTop(files: RegExp, folders: boolean): Promise<readonly PathItem[]> {
  const found = await Promise.all(
    (workspace.workspaceFolders ?? []).map(async ({ uri }) => {
      const entries = await workspace.fs.readDirectory(uri);
      return entries
        .filter(([name, type]) => (type === FileType.Directory ? folders && isWork(name) : files.test(name)))
        .map(([name, type]) => itemOf(Uri.joinPath(uri, name), type));
    }),
  );
  return found.flat();
}

function itemOf(uri: Uri, type: FileType): PathItem {
  const icon = type === FileType.Directory ? "folder" : "file";
  return { label: `$(${icon}) ${basename(uri.fsPath)}`, description: uri.fsPath, path: uri.fsPath };
}

/** Not what Gradus itself or other tools keep. */
function isWork(name: string): boolean {
  return !name.startsWith(".") && !["results", "gradebook", "node_modules"].includes(name);
}

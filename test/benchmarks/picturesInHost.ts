/** Runs inside VS Code's extension host: see pictures.bench.ts. */
import { commands, Uri, ViewColumn, window, workspace, type WebviewPanel } from "vscode";
import { emptyPage } from "./picturesInPage.ts";

/** One picture after the other, each when the page in the third column asks for it; that page is empty and echoed. */
export async function openAll(exercises: readonly string[]): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("The benchmark needs a folder.");
  let floor: WebviewPanel | undefined;
  for (const exercise of exercises) {
    const file = Uri.joinPath(folder.uri, `${exercise}.ts`);
    await window.showTextDocument(file, { viewColumn: ViewColumn.One });
    await commands.executeCommand("gradus.openPicture", exercise);
    floor ??= openFloor();
    await asked(floor);
  }
}

function openFloor(): WebviewPanel {
  const where = { viewColumn: ViewColumn.Three, preserveFocus: true };
  const floor = window.createWebviewPanel("floor", "floor", where, { enableScripts: true });
  floor.webview.onDidReceiveMessage((message) => {
    if (message === "ping") void floor.webview.postMessage("pong");
  });
  floor.webview.html = `<!doctype html><body><script>${emptyPage}</script></body>`;
  return floor;
}

function asked(floor: WebviewPanel): Promise<void> {
  return new Promise((resolve) => {
    const listening = floor.webview.onDidReceiveMessage((message) => {
      if (message !== "next") return;
      listening.dispose();
      resolve();
    });
  });
}

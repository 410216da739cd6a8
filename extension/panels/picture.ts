import { commands, Disposable, ViewColumn, window, type WebviewPanel } from "vscode";
import { recordOf, textOf } from "#webviews/protocol/parsing.ts";
import type { Services } from "../services.ts";
import { pageOptions } from "./page.ts";
import { PicturePanel } from "./picturePanel.ts";

const viewType = "gradus.picture";

/** `gradus.openPicture(id)`, and pages that come back with their window. */
export function registerPictures(services: Services): Disposable {
  const open = new Map<string, PicturePanel>();
  const attach = (panel: WebviewPanel, exercise: string): void => {
    open.set(exercise, new PicturePanel(panel, exercise, services));
    panel.onDidDispose(() => open.delete(exercise));
  };
  return Disposable.from(
    commands.registerCommand("gradus.openPicture", (exercise: unknown) => {
      const id = textOf(exercise);
      if (id === null) return;
      const known = open.get(id);
      if (known !== undefined) known.reveal();
      else attach(createPanel(services), id);
    }),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel, state) => {
        const exercise = textOf(recordOf(state)["exercise"]);
        if (exercise === null || open.has(exercise)) panel.dispose();
        else attach(panel, exercise);
        return Promise.resolve();
      },
    }),
  );
}

function createPanel({ context }: Services): WebviewPanel {
  const column = window.activeTextEditor === undefined ? ViewColumn.One : ViewColumn.Beside;
  const options = pageOptions(context.extensionUri);
  return window.createWebviewPanel(viewType, "Gradus", { viewColumn: column, preserveFocus: true }, options);
}

import { commands, Disposable, ViewColumn, window, type WebviewPanel } from "vscode";
import { recordOf, textOf } from "#webviews/protocol/parsing.ts";
import type { Services } from "../services.ts";
import { pageOptions } from "./page.ts";
import { StatementPanel } from "./statementPanel.ts";

const viewType = "gradus.statement";

/** `gradus.openStatement(id, { beside })`, and pages that come back with their window. */
export function registerStatement(services: Services): Disposable {
  const open = new Map<string, StatementPanel>();
  const attach = (panel: WebviewPanel, exercise: string): void => {
    open.set(exercise, new StatementPanel(panel, exercise, services));
    panel.onDidDispose(() => open.delete(exercise));
  };
  return Disposable.from(
    commands.registerCommand("gradus.openStatement", (exercise: unknown, options: unknown) => {
      const id = textOf(exercise);
      if (id === null) return;
      const known = open.get(id);
      if (known !== undefined) known.reveal();
      else attach(createPanel(services, recordOf(options)["beside"] !== false), id);
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

/** Beside the code that is being written, unless it comes first. */
function createPanel({ context }: Services, beside: boolean): WebviewPanel {
  const column = beside && window.activeTextEditor !== undefined ? ViewColumn.Beside : ViewColumn.One;
  const options = { ...pageOptions(context.extensionUri), enableFindWidget: true };
  return window.createWebviewPanel(viewType, "Gradus", { viewColumn: column, preserveFocus: true }, options);
}

import { commands, Disposable, ViewColumn, window, type WebviewPanel } from "vscode";
import { recordOf, textOf } from "#webviews/protocol/parsing.ts";
import type { Submissions } from "../classroom/submissions.ts";
import type { Services } from "../services.ts";
import { ClassReportPanel } from "./classReportPanel.ts";
import { pageOptions } from "./page.ts";

const viewType = "gradus.classReport";

/** `gradus.showClassReport(folder)`, and pages that come back with their window. */
export function registerClassReports(services: Services, submissions: Submissions): Disposable {
  const open = new Map<string, ClassReportPanel>();
  const attach = (panel: WebviewPanel, folder: string): void => {
    open.set(folder, new ClassReportPanel(panel, folder, { services, submissions }));
    panel.onDidDispose(() => open.delete(folder));
  };
  return Disposable.from(
    commands.registerCommand("gradus.showClassReport", async (given: unknown) => {
      const folder = textOf(given);
      if (folder === null) return;
      const known = open.get(folder);
      if (known === undefined) attach(createPanel(services), folder);
      else await known.reveal();
    }),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel, state) => {
        const folder = textOf(recordOf(state)["folder"]);
        if (folder === null || open.has(folder)) panel.dispose();
        else attach(panel, folder);
        return Promise.resolve();
      },
    }),
  );
}

function createPanel({ context }: Services): WebviewPanel {
  const options = { ...pageOptions(context.extensionUri), enableFindWidget: true };
  return window.createWebviewPanel(viewType, "Gradus", ViewColumn.One, options);
}

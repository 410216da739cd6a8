import { Disposable, l10n, RelativePattern, Uri, ViewColumn, workspace, type WebviewPanel } from "vscode";
import { codeOf } from "#serve/client/connect.ts";
import { parseFromClass, type FromClass, type ToClass } from "#webviews/protocol/class.ts";
import { offerOtherSubmissions, submissionsOf } from "../classroom/rememberedSubmissions.ts";
import type { Submissions } from "../classroom/submissions.ts";
import type { Services } from "../services.ts";
import { pageHtml, pageOptions } from "./page.ts";

type Opening = Extract<FromClass, { type: "open" }>;

interface Parts {
  readonly services: Services;
  readonly submissions: Submissions;
}

/** The report of one results folder; drawn anew when the class is graded again, here or by the command line. */
export class ClassReportPanel {
  readonly #panel: WebviewPanel;
  readonly #folder: string;
  readonly #parts: Parts;
  #drawn = "";

  constructor(panel: WebviewPanel, folder: string, parts: Parts) {
    this.#panel = panel;
    this.#folder = folder;
    this.#parts = parts;
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.file(folder), "results.json"));
    const again = (): void => void this.#answer({ type: "ready" }, this.#drawn);
    const subscriptions = Disposable.from(
      watcher,
      watcher.onDidChange(again),
      watcher.onDidCreate(again),
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const parsed = parseFromClass(message);
        if (parsed !== null) void this.#answer(parsed);
      }),
    );
    panel.onDidDispose(() => {
      subscriptions.dispose();
    });
    const { extensionUri } = parts.services.context;
    panel.webview.options = pageOptions(extensionUri);
    panel.webview.html = pageHtml(panel.webview, extensionUri, { name: "class", language: "en" });
  }

  async reveal(): Promise<void> {
    this.#panel.reveal();
    await this.#answer({ type: "ready" }, this.#drawn);
  }

  /** `drawn`: what the page shows already, and need not be told again. */
  async #answer(message: FromClass, drawn = ""): Promise<void> {
    try {
      if (message.type === "ready") await this.#show(drawn);
      else await this.#open(message);
    } catch (error) {
      const text = textOf(error);
      this.#parts.services.log.error(`report of ${this.#folder}: ${text}`);
      this.#say({ type: "fault", message: text });
    }
  }

  async #show(drawn: string): Promise<void> {
    const view = await this.#parts.services.engine.request("classReport", { folder: this.#folder });
    const next = JSON.stringify(view);
    if (next === drawn) return; // a comment changes the results, and nothing of what is shown here
    this.#drawn = next;
    this.#panel.title = view.title;
    this.#say({ type: "report", folder: this.#folder, view });
  }

  async #open(wanted: Opening): Promise<void> {
    const { services, submissions } = this.#parts;
    const { student, exercise, function: name } = wanted;
    const folder = this.#folder;
    const path = await submissionsOf(services, folder);
    if (path === undefined) return;
    try {
      const beside = this.#panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
      const shown = { folder, submissions: path, student, exercise };
      const { isAsGraded, name: who } = await submissions.open(shown, name, beside);
      this.#say({ type: "fault", message: null });
      if (!isAsGraded) void this.#openElsewhere(wanted, changed(who));
    } catch (error) {
      if (codeOf(error) === "submission-not-found") void this.#openElsewhere(wanted, textOf(error));
      throw error;
    }
  }

  /** They may lie elsewhere by now, or never have lain there. What was remembered stays until another place is chosen. */
  async #openElsewhere(wanted: Opening, trouble: string): Promise<void> {
    const chosen = await offerOtherSubmissions(this.#parts.services, this.#folder, trouble);
    if (chosen !== undefined) await this.#answer(wanted);
  }

  #say(message: ToClass): void {
    void this.#panel.webview.postMessage(message);
  }
}

function changed(name: string): string {
  return l10n.t("What {0} handed in has changed since it was graded: lines may have moved.", name);
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

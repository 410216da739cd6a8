import { Disposable, RelativePattern, Uri, ViewColumn, workspace, type WebviewPanel } from "vscode";
import { codeOf } from "#serve/client/connect.ts";
import { parseFromClass, type FromClass, type ToClass } from "#webviews/protocol/class.ts";
import { rememberSubmissions, submissionsOf } from "../classroom/rememberedSubmissions.ts";
import type { Submissions } from "../classroom/submissions.ts";
import type { Services } from "../services.ts";
import { pageHtml, pageOptions } from "./page.ts";

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
      const text = error instanceof Error ? error.message : String(error);
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

  async #open({ student, exercise, function: name }: Extract<FromClass, { type: "open" }>): Promise<void> {
    const { services, submissions } = this.#parts;
    const folder = this.#folder;
    const path = await submissionsOf(services, folder);
    if (path === undefined) return;
    try {
      const beside = this.#panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
      await submissions.open({ folder, submissions: path, student, exercise }, name, beside);
      this.#say({ type: "fault", message: null });
    } catch (error) {
      // it may lie elsewhere by now: the next time asks where
      if (codeOf(error) === "file-not-found") await rememberSubmissions(services, folder, undefined);
      throw error;
    }
  }

  #say(message: ToClass): void {
    void this.#panel.webview.postMessage(message);
  }
}

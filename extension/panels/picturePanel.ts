import { Disposable, l10n, Uri, window, workspace, type TextDocument, type WebviewPanel } from "vscode";
import type { Language } from "#contract/messages.ts";
import { codeOf } from "#serve/client/connect.ts";
import { isLanguage } from "#webviews/protocol/parsing.ts";
import { parseFromPicture, type FromPicture, type ToPicture } from "#webviews/protocol/picture.ts";
import type { Services } from "../services.ts";
import { pageHtml, pageOptions } from "./page.ts";
import { languageKey } from "./statementPanel.ts";
import { findDocument, revealFunction } from "./studentFile.ts";

/** How long the keys must rest before a picture is drawn of what was typed. */
const REST_MS = 120;

/** One picture. The page asks for frames; this answers with what the student's file, as it stands in the editor, gives. */
export class PicturePanel {
  readonly #panel: WebviewPanel;
  readonly #exercise: string;
  readonly #services: Services;
  #language: Language;
  #drawing: AbortController | undefined;
  #rest: NodeJS.Timeout | undefined;
  #named = "";
  /** What the last frame was drawn of. */
  #source: string | null = null;
  /** What was under way when the page was closed has nobody to tell. */
  #disposed = false;

  constructor(panel: WebviewPanel, exercise: string, services: Services) {
    this.#panel = panel;
    this.#exercise = exercise;
    this.#services = services;
    const remembered = services.context.globalState.get(languageKey);
    this.#language = isLanguage(remembered) ? remembered : services.language;
    const subscriptions = Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const parsed = parseFromPicture(message);
        if (parsed !== null)
          void this.#carryOut(parsed).catch((error: unknown) => {
            void window.showErrorMessage(l10n.t("Gradus: {0}", textOf(error)));
          });
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#isOurs(document)) this.#renewSoon(REST_MS);
      }),
      workspace.onDidSaveTextDocument((document) => {
        if (this.#isOurs(document) && this.#rest !== undefined) this.#renewSoon(0);
      }),
      workspace.onDidOpenTextDocument((document) => {
        // drawing opens the file too
        if (this.#isOurs(document) && this.#source !== null && document.getText() !== this.#source)
          this.#renewSoon(0);
      }),
      workspace.onDidGrantWorkspaceTrust(() => {
        this.#renewSoon(0);
      }),
      services.checker.onDidChange((uri) => {
        if (JSON.stringify(this.#slipsIn(uri)) !== this.#named && this.#isFresh(uri)) this.#renewSoon(0);
      }),
    );
    panel.onDidDispose(() => {
      this.#disposed = true;
      subscriptions.dispose();
      clearTimeout(this.#rest);
      this.#drawing?.abort();
    });
    // while the page is being loaded
    void services.engine.warm({ exercise, picture: true });
    panel.webview.options = pageOptions(services.context.extensionUri);
    panel.webview.html = pageHtml(panel.webview, services.context.extensionUri, {
      name: "picture",
      language: this.#language,
    });
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  async #carryOut(message: FromPicture): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#language = message.language ?? this.#language;
        return this.#open();
      case "language":
        this.#language = message.language;
        await this.#services.context.globalState.update(languageKey, message.language);
        return this.#title();
      case "draw":
        return this.#draw(message);
      case "reveal":
        return revealFunction(this.#services, this.#exercise, message.function);
      case "export":
        return this.#save(message.format, message.content);
    }
  }

  async #open(): Promise<void> {
    const exercise = await this.#services.course.exercise(this.#exercise);
    if (exercise === undefined) throw new Error(l10n.t("There is no exercise {0}.", this.#exercise));
    await this.#title();
    this.#say({ type: "open", exercise: exercise.id, title: exercise.title, language: this.#language });
  }

  async #title(): Promise<void> {
    const exercise = await this.#services.course.exercise(this.#exercise);
    if (!this.#disposed)
      this.#panel.title = l10n.t("Picture: {0}", exercise?.title[this.#language] ?? this.#exercise);
  }

  async #draw({ ticket, state, events }: Extract<FromPicture, { type: "draw" }>): Promise<void> {
    const drawing = new AbortController();
    this.#drawing = drawing;
    const { engine } = this.#services;
    const [exercise, document] = [this.#exercise, await findDocument(this.#services, this.#exercise)];
    const named = document === undefined ? {} : this.#slipsIn(document.uri);
    this.#named = JSON.stringify(named);
    try {
      const source = (this.#source = await this.#sourceOf(document));
      const file = document?.uri.toString() ?? `gradus:${exercise}`;
      const params = { exercise, file, source, state, events, named, restored: ticket === 1 };
      const frame = await engine.request("picture", params, drawing.signal);
      this.#say({ type: "frame", ticket, frame });
    } catch (error) {
      const displaced = codeOf(error) === "cancelled";
      if (!displaced) this.#services.log.error(`picture of ${exercise}: ${textOf(error)}`);
      this.#say({ type: "dropped", ticket, message: displaced ? null : textOf(error) });
    }
  }

  /** What stands in the editor, saved or not; before there is a file, the starter. Null where nothing may be run. */
  async #sourceOf(document: TextDocument | undefined): Promise<string | null> {
    if (!workspace.isTrusted) return null;
    if (document !== undefined) return document.getText();
    return (await this.#services.engine.request("starter", { exercise: this.#exercise })).source;
  }

  #isOurs(document: TextDocument): boolean {
    return this.#services.course.idOf(document) === this.#exercise;
  }

  #isFresh(uri: Uri): boolean {
    return this.#services.checker.freshOf(uri)?.exercise === this.#exercise;
  }

  #slipsIn(uri: Uri): Readonly<Record<string, string>> {
    const functions = this.#services.checker.freshOf(uri)?.result.report.functions ?? [];
    return Object.fromEntries(
      functions.flatMap(({ name, misconception }) => (misconception === null ? [] : [[name, misconception]])),
    );
  }

  /** What is being drawn is given up: it shows a text that is gone. */
  #renewSoon(afterMs: number): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      this.#drawing?.abort();
      this.#say({ type: "changed" });
    }, afterMs);
  }

  async #save(format: "svg" | "png", content: string): Promise<void> {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const name = `${this.#exercise}.${format}`;
    const file = await window.showSaveDialog({
      ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
      filters: { [format.toUpperCase()]: [format] },
    });
    if (file !== undefined)
      await workspace.fs.writeFile(file, Buffer.from(content, format === "png" ? "base64" : "utf8"));
  }

  #say(message: ToPicture): void {
    if (!this.#disposed) void this.#panel.webview.postMessage(message);
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { commands, Disposable, l10n, workspace, type WebviewPanel } from "vscode";
import type { Language } from "#contract/messages.ts";
import { isLanguage } from "#webviews/protocol/parsing.ts";
import {
  parseFromStatement,
  type FromStatement,
  type StatementView,
  type ToStatement,
} from "#webviews/protocol/statement.ts";
import type { Services } from "../services.ts";
import { pageHtml, pageOptions } from "./page.ts";
import { openDocument, revealFunction } from "./studentFile.ts";
import { standingOf, statementView } from "./statementView.ts";

/** The language that pages were last read in. */
export const languageKey = "statement.language";

/** One page. Its text is drawn anew when it comes back from being hidden; what the student had open is kept by the page. */
export class StatementPanel {
  readonly #panel: WebviewPanel;
  readonly #exercise: string;
  readonly #services: Services;
  #language: Language;

  constructor(panel: WebviewPanel, exercise: string, services: Services) {
    this.#panel = panel;
    this.#exercise = exercise;
    this.#services = services;
    const remembered = services.context.globalState.get(languageKey);
    this.#language = isLanguage(remembered) ? remembered : services.language;
    const subscriptions = Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const parsed = parseFromStatement(message);
        if (parsed !== null) void this.#answer(parsed);
      }),
      services.progress.onDidChange(() => {
        this.#showStanding();
      }),
      services.checker.onDidChange(() => {
        this.#showStanding();
      }),
    );
    panel.onDidDispose(() => {
      subscriptions.dispose();
    });
    panel.webview.options = pageOptions(services.context.extensionUri);
    panel.webview.html = pageHtml(panel.webview, services.context.extensionUri, {
      name: "statement",
      language: this.#language,
    });
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  async #answer(message: FromStatement): Promise<void> {
    try {
      await this.#carryOut(message);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.#services.log.error(`statement of ${this.#exercise}: ${text}`);
      this.#say({ type: "fault", message: text });
    }
  }

  async #carryOut(message: FromStatement): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#language = message.language ?? this.#language;
        return this.#show();
      case "language":
        this.#language = message.language;
        await this.#services.context.globalState.update(languageKey, message.language);
        return this.#show();
      case "hint":
        return this.#hint(message.function, message.level);
      case "reveal":
        return revealFunction(this.#services, this.#exercise, message.function);
      case "openExercise":
        await commands.executeCommand("gradus.openExercise", message.exercise);
        return;
      case "picture":
        await commands.executeCommand("gradus.openPicture", this.#exercise);
        return;
      case "check":
        await this.#services.checker.checkAndTell(await openDocument(this.#services, this.#exercise));
        return;
    }
  }

  async #show(): Promise<void> {
    const exercise = await this.#services.course.exercise(this.#exercise);
    if (exercise === undefined) throw new Error(l10n.t("There is no exercise {0}.", this.#exercise));
    const view: StatementView = await statementView(this.#services, exercise, this.#language);
    this.#panel.title = view.title[this.#language];
    this.#say({ type: "statement", view });
  }

  #showStanding(): void {
    this.#say({ type: "standing", standing: standingOf(this.#services, this.#exercise) });
  }

  async #hint(name: string, level: number): Promise<void> {
    const [exercise, language] = [this.#exercise, this.#language];
    const { engine, course, progress } = this.#services;
    const [file] = await course.filesOf(exercise);
    // what the student wrote is run for a counterexample, and only where code may run
    const written =
      file !== undefined && workspace.isTrusted
        ? { source: (await workspace.openTextDocument(file)).getText(), file: file.toString() }
        : {};
    const params = { exercise, function: name, level, language, ...written };
    const { markdown } = await engine.request("hint", params);
    if (markdown === "") return;
    this.#say({ type: "hint", hint: { function: name, level, language, markdown } });
    if (file !== undefined) await progress.noteHint(file, exercise, name, level);
  }

  #say(message: ToStatement): void {
    void this.#panel.webview.postMessage(message);
  }
}

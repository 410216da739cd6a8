import {
  CommentMode,
  comments,
  CommentThreadCollapsibleState,
  l10n,
  MarkdownString,
  type Disposable,
  type Range,
  workspace,
  type Comment,
  type CommentThread,
  type TextDocument,
} from "vscode";
import type { Services } from "../services.ts";
import { expressionRange, nameRange } from "./findings.ts";
import { withUnicodeFormulas } from "./formulas.ts";

/** Hints, level by level, in a thread at the function that they are about. */
export class HintThreads implements Disposable {
  readonly #services: Services;
  readonly #controller = comments.createCommentController("gradus.hints", "Gradus");
  readonly #threads = new Map<string, CommentThread>();
  readonly #subscription: Disposable;

  constructor(services: Services) {
    this.#services = services;
    this.#controller.options = { prompt: "", placeHolder: "" };
    this.#subscription = workspace.onDidCloseTextDocument(({ uri }) => {
      for (const [key, thread] of this.#threads)
        if (thread.uri.toString() === uri.toString()) this.#drop(key, thread);
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#controller.dispose();
  }

  /** Shows the next level. What was seen before stands above it, also after a restart of the editor. */
  async showNext(document: TextDocument, name: string): Promise<void> {
    const { course, progress } = this.#services;
    const exercise = await course.exercise(course.idOf(document) ?? "");
    const spec = exercise?.functions.find((one) => one.name === name);
    if (exercise === undefined || spec === undefined) return;
    const level = Math.min(progress.hintsSeen(document.uri, exercise.id, name) + 1, spec.hintLevels);
    const levels = Array.from({ length: level }, (_, index) => index + 1);
    const hints = await Promise.all(levels.map((one) => this.#comment(document, exercise.id, name, one)));
    const checked = this.#services.checker.freshOf(document.uri);
    const slip = checked && expressionRange(name, checked.result);
    const thread = this.#threadAt(document, name, slip ?? nameRange(name, { document, exercise }));
    thread.comments = hints;
    thread.label = l10n.t("Hints for {0}", name);
    thread.contextValue = level < spec.hintLevels ? "more" : "all";
    thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
    await progress.noteHint(document.uri, exercise.id, name, level);
  }

  /** The function that a thread is about, and its document. */
  about(thread: CommentThread): { readonly name: string; readonly uri: CommentThread["uri"] } | undefined {
    for (const [key, one] of this.#threads)
      if (one === thread) return { name: key.split(" ")[0] ?? "", uri: one.uri };
    return undefined;
  }

  close(thread: CommentThread): void {
    for (const [key, one] of this.#threads) if (one === thread) this.#drop(key, one);
  }

  async #comment(document: TextDocument, exercise: string, name: string, level: number): Promise<Comment> {
    const { engine, language } = this.#services;
    // what the student wrote is run for a counterexample, and only where code may run
    const written = workspace.isTrusted ? { source: document.getText(), file: document.uri.toString() } : {};
    const params = { exercise, function: name, level, language, ...written };
    const { markdown } = await engine.request("hint", params);
    return {
      author: { name: l10n.t("Hint {0}", level) },
      body: new MarkdownString(withUnicodeFormulas(markdown)),
      mode: CommentMode.Preview,
    };
  }

  #threadAt({ uri }: TextDocument, name: string, range: Range): CommentThread {
    const key = `${name} ${uri.toString()}`;
    const thread = this.#threads.get(key) ?? this.#controller.createCommentThread(uri, range, []);
    thread.canReply = false;
    thread.range = range;
    this.#threads.set(key, thread);
    return thread;
  }

  #drop(key: string, thread: CommentThread): void {
    this.#threads.delete(key);
    thread.dispose();
  }
}

import {
  commands,
  EventEmitter,
  l10n,
  window,
  workspace,
  type Disposable,
  type TextDocument,
  type Uri,
} from "vscode";
import { codeOf, EngineError } from "#serve/client/connect.ts";
import type { EngineProcess } from "#serve/client/engineProcess.ts";
import type { CheckParams, CheckResult } from "#serve/client/protocol.ts";
import type { Course } from "../course/course.ts";
import type { ProgressStore } from "../progress/progressStore.ts";

/** A result that still speaks of the text in the editor. */
export interface Checked {
  readonly exercise: string;
  readonly version: number;
  readonly result: CheckResult;
}

interface CheckOptions {
  readonly examples?: boolean;
  readonly signal?: AbortSignal;
}

interface Parts {
  readonly engine: EngineProcess;
  readonly course: Course;
  readonly progress: ProgressStore;
}

/** Checks documents and remembers what was found as long as the text is the one that was checked. */
export class Checker implements Disposable {
  readonly #parts: Parts;
  readonly #fresh = new Map<string, Checked>();
  readonly #running = new Map<string, number>();
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: readonly Disposable[];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#subscriptions = [
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#forget(document.uri);
      }),
      workspace.onDidCloseTextDocument((document) => {
        this.#forget(document.uri);
      }),
      workspace.onDidSaveTextDocument((document) => {
        const onSave = workspace.getConfiguration("gradus", document.uri).get("check") === "onSave";
        if (onSave && workspace.isTrusted) void this.checkAndTell(document);
      }),
    ];
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
    this.#changed.dispose();
  }

  /** What is known of the text as it stands now. */
  freshOf(uri: Uri): Checked | undefined {
    return this.#fresh.get(uri.toString());
  }

  isRunning(uri: Uri): boolean {
    return (this.#running.get(uri.toString()) ?? 0) > 0;
  }

  /** Checks what the editor holds, saved or not. Undefined if the document is none of ours. */
  async check(document: TextDocument, options: CheckOptions = {}): Promise<CheckResult | undefined> {
    const exercise = this.#parts.course.idOf(document);
    if (exercise === undefined) return undefined;
    if (!workspace.isTrusted)
      throw new EngineError("untrusted", l10n.t("Gradus runs code only in a workspace that you trust."));
    const { version, uri } = document;
    const { signal, examples = false } = options;
    this.#note(uri, 1);
    try {
      const params = { exercise, source: document.getText(), file: uri.toString(), examples };
      const result = await this.#ask(params, signal);
      if (document.version === version && !document.isClosed)
        this.#fresh.set(uri.toString(), { exercise, version, result });
      void this.#parts.progress.noteReport(uri, result.report);
      return result;
    } finally {
      this.#note(uri, -1);
    }
  }

  /** An engine that dies under a check is asked once more when it is back; then the fault is told. */
  async #ask(params: CheckParams, signal?: AbortSignal): Promise<CheckResult> {
    try {
      return await this.#parts.engine.request("check", params, signal);
    } catch (error) {
      if (codeOf(error) !== "engine-gone") throw error;
      return this.#parts.engine.request("check", params, signal);
    }
  }

  /** As `check`, with a sentence for a fault of ours; a check that a newer one superseded is silent. */
  async checkAndTell(document: TextDocument): Promise<CheckResult | undefined> {
    try {
      return await this.check(document);
    } catch (error) {
      if (codeOf(error) === "cancelled") return undefined;
      tellFault(error);
      return undefined;
    }
  }

  #note(uri: Uri, change: 1 | -1): void {
    const key = uri.toString();
    this.#running.set(key, (this.#running.get(key) ?? 0) + change);
    if (this.#running.get(key) === 0) this.#running.delete(key);
    this.#changed.fire(uri);
  }

  #forget(uri: Uri): void {
    if (this.#fresh.delete(uri.toString())) this.#changed.fire(uri);
  }
}

let telling = false;

/** One notification at a time: a broken engine under twenty saved files is one piece of news. */
export function tellFault(error: unknown): void {
  if (telling) return;
  telling = true;
  const text = error instanceof Error ? error.message : String(error);
  const doctor = l10n.t("Run Doctor");
  const shown =
    codeOf(error) === "untrusted"
      ? window.showWarningMessage(text)
      : window.showErrorMessage(l10n.t("Gradus: {0}", text), doctor);
  void shown.then((choice) => {
    telling = false;
    if (choice !== undefined) void commands.executeCommand("gradus.doctor");
  });
}

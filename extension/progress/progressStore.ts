import { relative } from "node:path";
import { EventEmitter, Uri, workspace, window, type Disposable } from "vscode";
import type { Report } from "#contract/report.ts";
import {
  noProgress,
  readProgress,
  withHint,
  withReport,
  writeProgress,
  type ExerciseProgress,
  type Progress,
} from "./progressFile.ts";

/** The progress of every folder of the workspace, each in a file of its own; nothing is shared between them. */
export class ProgressStore implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #folders = new Map<string, Promise<Progress>>();
  readonly #known = new Map<string, Progress>();
  readonly #subscription: Disposable;
  readonly #warn: (text: string) => void;
  #writing: Promise<void> = Promise.resolve();

  constructor(warn: (text: string) => void) {
    this.#warn = warn;
    this.#subscription = workspace.onDidChangeWorkspaceFolders(() => void this.loadAll());
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async loadAll(): Promise<void> {
    await Promise.all((workspace.workspaceFolders ?? []).map((folder) => this.#load(folder.uri)));
    this.#changed.fire();
  }

  /** Of the folder that the active editor is in, if it has any; else of the first folder that has. */
  of(exercise: string): ExerciseProgress | undefined {
    const active = window.activeTextEditor && folderOf(window.activeTextEditor.document.uri);
    const folders = [active, ...(workspace.workspaceFolders ?? []).map((one) => one.uri)];
    for (const folder of folders) {
      const found = folder && this.#known.get(folder.toString())?.exercises[exercise];
      if (found) return found;
    }
    return undefined;
  }

  hintsSeen(file: Uri, exercise: string, name: string): number {
    const folder = folderOf(file);
    return (folder && this.#known.get(folder.toString())?.exercises[exercise]?.hints[name]) ?? 0;
  }

  async noteReport(file: Uri, report: Report): Promise<void> {
    const folder = folderOf(file);
    if (folder === undefined) return;
    const at = {
      file: relative(folder.fsPath, file.fsPath).replaceAll("\\", "/"),
      time: new Date().toISOString(),
    };
    await this.#update(folder, (progress) => withReport(progress, report, at));
  }

  async noteHint(file: Uri, exercise: string, name: string, level: number): Promise<void> {
    const folder = folderOf(file);
    if (folder) await this.#update(folder, (progress) => withHint(progress, exercise, name, level));
  }

  /**
   * Shown at once, written one after the other. What is on the disk is read again before each change: another window may
   * have written there, or a person.
   */
  async #update(folder: Uri, change: (progress: Progress) => Progress): Promise<void> {
    const key = folder.toString();
    await this.#load(folder);
    this.#known.set(key, change(this.#known.get(key) ?? noProgress));
    this.#changed.fire();
    if (folder.scheme !== "file") return;
    this.#writing = this.#writing
      .then(async () => {
        const written = change(await readProgress(pathIn(folder)));
        await writeProgress(pathIn(folder), written);
      })
      .catch(this.#complain);
    await this.#writing;
  }

  readonly #complain = (error: unknown): void => {
    this.#warn(`Progress could not be written: ${String(error)}`);
  };

  async #load(folder: Uri): Promise<Progress> {
    const key = folder.toString();
    const loading =
      this.#folders.get(key) ?? (folder.scheme === "file" ? readProgress(pathIn(folder)) : nothing());
    this.#folders.set(key, loading);
    const progress = await loading;
    if (!this.#known.has(key)) this.#known.set(key, progress);
    return progress;
  }
}

function nothing(): Promise<Progress> {
  return Promise.resolve(noProgress);
}

function folderOf(file: Uri): Uri | undefined {
  return workspace.getWorkspaceFolder(file)?.uri;
}

function pathIn(folder: Uri): string {
  return Uri.joinPath(folder, ".gradus", "progress.json").fsPath;
}

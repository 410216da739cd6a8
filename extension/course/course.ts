import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { EventEmitter, workspace, type Disposable, type TextDocument, type Uri } from "vscode";
import type { EngineProcess } from "#serve/client/engineProcess.ts";
import type { ExerciseSummary, FunctionSummary, Listing } from "#serve/client/protocol.ts";
import { exerciseOfFile, submissionScheme } from "./exerciseFile.ts";
import { locateFunctions, type FunctionPlace } from "./locateFunctions.ts";

/** What there is to learn, and which file of the workspace solves what. */
export class Course implements Disposable {
  readonly #engine: EngineProcess;
  readonly #folder: string;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #ids: ReadonlySet<string> = new Set();
  #listing: Promise<Listing> | undefined;
  #known: readonly ExerciseSummary[] = [];

  constructor(engine: EngineProcess, extensionPath: string) {
    this.#engine = engine;
    this.#folder = join(extensionPath, "dist", "exercises");
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** The ids alone, from the names of folders: enough to tell a course file from others without starting an engine. */
  async readIds(): Promise<void> {
    const entries = await readdir(this.#folder, { withFileTypes: true }).catch(() => []);
    this.#ids = new Set(entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name));
  }

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** What the engine has told so far; empty until somebody asked `list`. */
  get exercises(): readonly ExerciseSummary[] {
    return this.#known;
  }

  async list(): Promise<Listing> {
    this.#listing ??= this.#engine.request("list", {}).then(
      (listing) => {
        this.#known = listing.exercises;
        this.#changed.fire();
        return listing;
      },
      (error: unknown) => {
        this.#listing = undefined;
        throw error;
      },
    );
    return this.#listing;
  }

  /** Asks anew, of an engine that may be another one. */
  async refresh(): Promise<void> {
    this.#listing = undefined;
    await this.list();
  }

  async exercise(id: string): Promise<ExerciseSummary | undefined> {
    return (await this.list()).exercises.find((one) => one.id === id);
  }

  /** The exercise that a document solves, if it is a course file. */
  idOf(document: TextDocument): string | undefined {
    if (document.languageId !== "typescript" || foreign.has(document.uri.scheme)) return undefined;
    return exerciseOfFile(document.uri.path, document.lineAt(0).text, this.#ids);
  }

  async filesOf(id: string): Promise<readonly Uri[]> {
    return (await this.filesByExercise([id])).get(id) ?? [];
  }

  /** Files of the workspace by exercise. One that only its first line names is found once it is open. */
  async filesByExercise(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Uri[]>> {
    const pattern = ids.length === 1 ? `**/${ids[0] ?? ""}.ts` : `**/{${ids.join(",")}}.ts`;
    const named = await workspace.findFiles(pattern, "**/node_modules/**", 500);
    const found = new Map(named.map((uri) => [uri.toString(), { uri, id: posix.basename(uri.path, ".ts") }]));
    for (const document of workspace.textDocuments) {
      const id = this.idOf(document);
      if (id !== undefined) found.set(document.uri.toString(), { uri: document.uri, id });
    }
    const files = [...found.values()].toSorted((a, b) => a.uri.path.localeCompare(b.uri.path));
    return new Map(ids.map((id) => [id, files.filter((one) => one.id === id).map((one) => one.uri)]));
  }
}

/** Earlier versions, and what students handed in: to be read, not to be worked on. */
const foreign: ReadonlySet<string> = new Set(["git", submissionScheme]);

/** The graded functions of a document, in the exercise's order, each with its place if it is declared. */
export function functionsIn(
  document: TextDocument,
  exercise: ExerciseSummary,
): readonly { readonly spec: FunctionSummary; readonly place: FunctionPlace | undefined }[] {
  const names = exercise.functions.map((one) => one.name);
  const places = locateFunctions(document.getText(), names);
  return exercise.functions.map((spec) => ({ spec, place: places.get(spec.name) }));
}

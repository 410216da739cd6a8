import { Range, TestTag, type Uri, workspace, type TestController, type TestItem } from "vscode";
import type { CaseListing, ExerciseSummary } from "#serve/client/protocol.ts";
import { functionsIn } from "../course/course.ts";
import type { Services } from "../services.ts";

/** What an item of the Test Explorer stands for. */
export type Subject =
  | { readonly kind: "track" }
  | { readonly kind: "exercise"; readonly exercise: ExerciseSummary; readonly uri: Uri }
  | {
      readonly kind: "function";
      readonly exercise: ExerciseSummary;
      readonly uri: Uri;
      readonly name: string;
    }
  | {
      readonly kind: "case";
      readonly exercise: ExerciseSummary;
      readonly uri: Uri;
      readonly name: string;
      readonly case: string;
    };

export const canDebug = new TestTag("gradus.case");

/** Items of the Test Explorer: track / exercise / function / case, for the exercises that the workspace has files of. */
export class TestItems {
  readonly #controller: TestController;
  readonly #services: Services;
  readonly #subjects = new WeakMap<TestItem, Subject>();

  constructor(controller: TestController, services: Services) {
    this.#controller = controller;
    this.#services = services;
  }

  subjectOf(item: TestItem): Subject {
    return this.#subjects.get(item) ?? { kind: "track" };
  }

  /** Looks for course files anew: files come and go. */
  async refresh(): Promise<void> {
    const { course, language } = this.#services;
    if (workspace.workspaceFolders === undefined) return;
    const { exercises } = await course.list();
    const files = await course.filesByExercise(exercises.map((one) => one.id));
    if (this.#shows(files)) return;
    const tracks = new Map<number, TestItem>();
    for (const exercise of exercises) {
      const uris = files.get(exercise.id) ?? [];
      if (uris.length === 0) continue;
      const { number, title } = exercise.track;
      const track =
        tracks.get(number) ??
        this.#item({
          id: `track ${number}`,
          label: `${number}. ${title[language]}`,
          subject: { kind: "track" },
        });
      tracks.set(number, track);
      for (const uri of uris) track.children.add(this.#exerciseItem(exercise, uri, uris.length > 1));
    }
    this.#controller.items.replace([...tracks.values()]);
  }

  /** An item that is replaced loses what the Test Explorer knows of it, so nothing is replaced by its like. */
  #shows(files: ReadonlyMap<string, readonly Uri[]>): boolean {
    const wanted = [...files].flatMap(([id, uris]) => uris.map((uri) => idOf(id, uri)));
    const shown = new Set(this.exerciseItems().map((item) => item.id));
    return shown.size === wanted.length && wanted.every((id) => shown.has(id));
  }

  #exerciseItem(exercise: ExerciseSummary, uri: Uri, several: boolean): TestItem {
    const item = this.#item({
      id: idOf(exercise.id, uri),
      label: exercise.title[this.#services.language],
      uri,
      subject: { kind: "exercise", exercise, uri },
    });
    if (several) item.description = workspace.asRelativePath(uri, true);
    item.children.replace(
      exercise.functions.map(({ name }) => {
        const child = this.#item({
          id: `${item.id} ${name}`,
          label: name,
          uri,
          subject: { kind: "function", exercise, uri, name },
        });
        child.canResolveChildren = true;
        child.tags = [canDebug];
        return child;
      }),
    );
    return item;
  }

  /** Places and cases: read from the file and asked of the engine only when somebody looks or runs. */
  async resolve(item: TestItem): Promise<void> {
    const subject = this.subjectOf(item);
    if (subject.kind !== "function" && subject.kind !== "exercise") return;
    const cases = await this.#services.engine.request("cases", { exercise: subject.exercise.id });
    const functions = subject.kind === "function" ? [item] : [...item.children].map(([, child]) => child);
    for (const one of functions) this.#fill(one, cases);
    await this.place(subject.uri);
  }

  #fill(item: TestItem, cases: CaseListing): void {
    const subject = this.subjectOf(item);
    if (subject.kind !== "function") return;
    item.canResolveChildren = false;
    item.children.replace(
      (cases[subject.name] ?? []).map(({ id, kind }) => {
        const child = this.#item({
          id: `${item.id} ${id}`,
          label: id,
          uri: subject.uri,
          subject: { ...subject, kind: "case", case: id },
        });
        if (kind !== "value") child.description = kind;
        child.tags = [canDebug];
        return child;
      }),
    );
  }

  /** Where the functions of a file stand now. */
  async place(uri: Uri): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    for (const item of this.itemsOf(uri)) {
      const subject = this.subjectOf(item);
      if (subject.kind !== "exercise") continue;
      const places = functionsIn(document, subject.exercise);
      for (const [, child] of item.children) {
        const place = places.find(({ spec }) => child.label === spec.name)?.place;
        const range = place && new Range(place.line, place.start, place.line, place.end);
        child.range = range;
        for (const [, grandchild] of child.children) grandchild.range = range;
      }
    }
  }

  /** The exercise items of a file. */
  itemsOf(uri: Uri): readonly TestItem[] {
    return this.exerciseItems().filter((item) => item.uri?.toString() === uri.toString());
  }

  exerciseItems(): readonly TestItem[] {
    return [...this.#controller.items].flatMap(([, track]) => [...track.children].map(([, item]) => item));
  }

  #item(of: {
    readonly id: string;
    readonly label: string;
    readonly uri?: Uri;
    readonly subject: Subject;
  }): TestItem {
    const item = this.#controller.createTestItem(of.id, of.label, of.uri);
    this.#subjects.set(item, of.subject);
    return item;
  }
}

function idOf(exercise: string, uri: Uri): string {
  return `${exercise} ${uri.toString()}`;
}

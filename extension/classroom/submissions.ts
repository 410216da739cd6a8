import {
  Disposable,
  EventEmitter,
  languages,
  Selection,
  Uri,
  window,
  workspace,
  type Diagnostic,
  type TextDocument,
  type ViewColumn,
} from "vscode";
import type { ExerciseSummary, GradedSubmission, SubmissionParams } from "#serve/client/protocol.ts";
import { submissionScheme } from "../course/exerciseFile.ts";
import { functionsIn } from "../course/course.ts";
import { findingsOf } from "../hints/findings.ts";
import { asDiagnostic } from "../hints/inlineHints.ts";
import type { Services } from "../services.ts";

/** A submission as it is shown: its document, what it is, and what was found. */
export interface ShownSubmission {
  readonly document: TextDocument;
  readonly place: SubmissionParams;
  readonly graded: GradedSubmission;
  readonly exercise: ExerciseSummary | undefined;
}

/**
 * What students handed in, as documents that can be read and not be changed or run, wherever the text lies: in a folder, an
 * archive, in another encoding. What grading found is marked in them.
 */
export class Submissions implements Disposable {
  readonly #services: Services;
  readonly #known = new Map<string, Promise<ShownSubmission>>();
  /** Read for a tab that VS Code opened by itself, and not marked yet. */
  readonly #restored = new Map<string, GradedSubmission>();
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #shown = new EventEmitter<ShownSubmission>();
  readonly onDidShow = this.#shown.event;
  readonly #diagnostics = languages.createDiagnosticCollection("gradus class");
  readonly #subscriptions: Disposable;

  constructor(services: Services) {
    this.#services = services;
    this.#subscriptions = Disposable.from(
      this.#changed,
      this.#shown,
      this.#diagnostics,
      workspace.registerTextDocumentContentProvider(submissionScheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: async (uri) => this.#texts.get(uri.toString()) ?? this.#restore(uri),
      }),
      workspace.onDidOpenTextDocument((document) => {
        void this.#adopt(document);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#known.delete(uri.toString());
        this.#restored.delete(uri.toString());
        this.#texts.delete(uri.toString());
        this.#diagnostics.delete(uri);
      }),
    );
    for (const document of workspace.textDocuments) void this.#adopt(document);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The submission that a document shows. */
  async of({ uri }: Pick<TextDocument, "uri">): Promise<ShownSubmission | undefined> {
    return this.#known.get(uri.toString());
  }

  /** Opens a submission beside the report, at a function, or at the first thing that was found in it. */
  async open(place: SubmissionParams, name: string | null, column: ViewColumn): Promise<GradedSubmission> {
    const graded = await this.#read(place);
    const uri = uriOf(place);
    this.#texts.set(uri.toString(), graded.source);
    this.#changed.fire(uri);
    const document = await workspace.openTextDocument(uri);
    const shown = await this.#mark(document, place, graded);
    const editor = await window.showTextDocument(document, { viewColumn: column, preview: true });
    const found = this.#diagnostics.get(uri)?.[0]?.range;
    const at = (name === null ? undefined : rangeOf(name, shown)) ?? found;
    if (at !== undefined) {
      editor.selection = new Selection(at.start, at.start);
      editor.revealRange(at);
    }
    this.#shown.fire(shown);
    return graded;
  }

  /** Comments may have changed since. */
  note(shown: ShownSubmission): void {
    const key = shown.document.uri.toString();
    if (!this.#known.has(key)) return;
    this.#known.set(key, Promise.resolve(shown));
    this.#shown.fire(shown);
  }

  async #restore(uri: Uri): Promise<string> {
    const graded = await this.#read(placeIn(uri));
    this.#texts.set(uri.toString(), graded.source);
    this.#restored.set(uri.toString(), graded);
    return graded.source;
  }

  /** What nobody opened here: it is open since before this extension ran, or VS Code opened it again. */
  async #adopt(document: TextDocument): Promise<void> {
    const { uri } = document;
    const key = uri.toString();
    if (uri.scheme !== submissionScheme || this.#known.has(key)) return;
    const read = this.#restored.get(key);
    this.#restored.delete(key);
    if (read === undefined && this.#texts.has(key)) return; // `open` is about to mark it
    try {
      const place = placeIn(uri);
      this.#shown.fire(await this.#mark(document, place, read ?? (await this.#read(place))));
    } catch (error) {
      this.#services.log.error(`a submission that was open already: ${String(error)}`);
    }
  }

  #mark(document: TextDocument, place: SubmissionParams, graded: GradedSubmission): Promise<ShownSubmission> {
    const marking = this.#services.course.exercise(place.exercise).then((exercise) => {
      const shown = { document, place, graded, exercise };
      this.#diagnostics.set(document.uri, [...diagnosticsOf(shown, this.#services.language)]);
      return shown;
    });
    this.#known.set(document.uri.toString(), marking);
    return marking;
  }

  #read(place: SubmissionParams): Promise<GradedSubmission> {
    return this.#services.engine.request("gradedSubmission", place);
  }
}

function diagnosticsOf(
  { document, graded, exercise }: ShownSubmission,
  language: Services["language"],
): readonly Diagnostic[] {
  if (graded.result === null || exercise === undefined) return [];
  const reading = { document, exercise, result: graded.result, language };
  return findingsOf(reading).map((one) => asDiagnostic(one, document));
}

/** Where a function is declared in a submission. */
export function rangeOf(name: string, { document, exercise }: ShownSubmission): Selection | undefined {
  const place =
    exercise && functionsIn(document, exercise).find(({ spec, place }) => spec.name === name && place)?.place;
  return place && new Selection(place.line, place.start, place.line, place.end);
}

/** Named as a student's file; all else that it takes to find it again is in the query. */
function uriOf(place: SubmissionParams): Uri {
  const student = place.student.replaceAll(/[/\\]/g, "_");
  const path = `/${student} ${place.exercise}.ts`; // what the tab shows
  return Uri.from({ scheme: submissionScheme, path, query: JSON.stringify(place) });
}

/** The query is our own, of this window or of one that this one goes on from. */
function placeIn(uri: Uri): SubmissionParams {
  return JSON.parse(uri.query) as SubmissionParams;
}

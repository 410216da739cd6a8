import {
  Disposable,
  EventEmitter,
  l10n,
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
  readonly #known = new Map<string, ShownSubmission>();
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
        provideTextDocumentContent: async (uri) => {
          const key = uri.toString();
          const text = this.#texts.get(key) ?? (await this.#read(placeIn(uri))).source;
          this.#texts.set(key, text);
          return text;
        },
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#known.delete(uri.toString());
        this.#texts.delete(uri.toString());
        this.#diagnostics.delete(uri);
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The submission that a document shows. */
  of({ uri }: Pick<TextDocument, "uri">): ShownSubmission | undefined {
    return this.#known.get(uri.toString());
  }

  /** Opens a submission beside the report, at a function, or at the first thing that was found in it. */
  async open(place: SubmissionParams, name: string | null, column: ViewColumn): Promise<void> {
    const graded = await this.#read(place);
    const uri = uriOf(place);
    this.#texts.set(uri.toString(), graded.source);
    this.#changed.fire(uri);
    const document = await workspace.openTextDocument(uri);
    const exercise = await this.#services.course.exercise(place.exercise);
    const shown = { document, place, graded, exercise };
    this.#known.set(uri.toString(), shown);
    const found = diagnosticsOf(shown, this.#services.language);
    this.#diagnostics.set(uri, [...found]);
    const editor = await window.showTextDocument(document, { viewColumn: column, preview: true });
    const at = (name === null ? undefined : rangeOf(name, shown)) ?? found[0]?.range;
    if (at !== undefined) {
      editor.selection = new Selection(at.start, at.start);
      editor.revealRange(at);
    }
    this.#shown.fire(shown);
    if (!graded.isAsGraded) tellChanged(graded.name);
  }

  /** Comments may have changed since. */
  note(document: TextDocument, graded: GradedSubmission): void {
    const known = this.of(document);
    if (known === undefined) return;
    const shown = { ...known, graded };
    this.#known.set(document.uri.toString(), shown);
    this.#shown.fire(shown);
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

function tellChanged(name: string): void {
  void window.showWarningMessage(
    l10n.t("What {0} handed in has changed since it was graded: lines may have moved.", name),
  );
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

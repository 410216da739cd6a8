import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  languages,
  Location,
  ThemeColor,
  window,
  workspace,
  type DecorationOptions,
  Disposable,
  type TextDocument,
  type TextEditor,
} from "vscode";
import type { Services } from "../services.ts";
import { findingsOf, firstThis, type Finding } from "./findings.ts";

const severities: Readonly<Record<Finding["severity"], DiagnosticSeverity>> = {
  first: DiagnosticSeverity.Error,
  other: DiagnosticSeverity.Warning,
  follows: DiagnosticSeverity.Information,
};

/** Longer than this, a sentence beside the code hides more than it tells; the hover has all of it. */
const MOST_LETTERS = 110;

/** Squiggles and the text after the line, as long as the text is the one that was checked. */
export function showInlineHints(services: Services): Disposable {
  const { checker } = services;
  const diagnostics = languages.createDiagnosticCollection("gradus");
  const wrong = afterText("editorError.foreground");
  const follows = afterText("editorInfo.foreground");
  const paint = (editor: TextEditor): void => {
    const findings = findingsIn(editor.document, services);
    editor.setDecorations(
      wrong,
      decorations(
        findings.filter((one) => one.severity !== "follows"),
        editor,
      ),
    );
    editor.setDecorations(
      follows,
      decorations(
        findings.filter((one) => one.severity === "follows"),
        editor,
      ),
    );
  };
  return Disposable.from(
    diagnostics,
    wrong,
    follows,
    checker.onDidChange((uri) => {
      if (checker.isRunning(uri)) return; // what stood there holds until the text changes or the answer is here
      const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      const findings = document === undefined ? [] : findingsIn(document, services);
      diagnostics.set(uri, document === undefined ? [] : findings.map((one) => asDiagnostic(one, document)));
      for (const editor of window.visibleTextEditors)
        if (editor.document.uri.toString() === uri.toString()) paint(editor);
    }),
    window.onDidChangeVisibleTextEditors((editors) => {
      editors.forEach(paint);
    }),
  );
}

export function findingsIn(
  document: TextDocument,
  { checker, course, language }: Services,
): readonly Finding[] {
  const checked = checker.freshOf(document.uri);
  if (checked?.version !== document.version) return [];
  const exercise = course.exercises.find((one) => one.id === checked.exercise);
  return exercise === undefined ? [] : findingsOf({ document, exercise, result: checked.result, language });
}

export function asDiagnostic(finding: Finding, document: TextDocument): Diagnostic {
  const diagnostic = new Diagnostic(finding.range, finding.text, severities[finding.severity]);
  diagnostic.source = "gradus";
  diagnostic.code = finding.code;
  diagnostic.relatedInformation = finding.followsFrom.map(
    ({ name, range }) => new DiagnosticRelatedInformation(new Location(document.uri, range), firstThis(name)),
  );
  return diagnostic;
}

function afterText(colour: string) {
  return window.createTextEditorDecorationType({
    after: { color: new ThemeColor(colour), margin: "0 0 0 2em", fontStyle: "italic" },
  });
}

function decorations(findings: readonly Finding[], { document }: TextEditor): DecorationOptions[] {
  return findings.map(({ shownAt, short }) => ({
    range: document.lineAt(shownAt).range,
    renderOptions: { after: { contentText: clip(short) } },
  }));
}

function clip(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length <= MOST_LETTERS ? line : `${line.slice(0, MOST_LETTERS - 1)}…`;
}

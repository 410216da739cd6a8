import { Disposable, l10n, MarkdownString, StatusBarAlignment, window, type StatusBarItem } from "vscode";
import { printPoints } from "../course/verdicts.ts";
import type { Services } from "../services.ts";

/** Points of the exercise in the active editor, and what its references were computed on. */
export function showStatusBar(services: Services): Disposable {
  const item = window.createStatusBarItem("gradus.points", StatusBarAlignment.Left, 0);
  item.name = "Gradus";
  const paint = (): void => {
    show(item, services);
  };
  paint();
  return Disposable.from(
    item,
    services.checker.onDidChange(paint),
    services.progress.onDidChange(paint),
    services.course.onDidChange(paint),
    window.onDidChangeActiveTextEditor(paint),
  );
}

function show(item: StatusBarItem, { checker, course, progress }: Services): void {
  const document = window.activeTextEditor?.document;
  const id = document && course.idOf(document);
  if (document === undefined || id === undefined) {
    item.hide();
    return;
  }
  const report = checker.freshOf(document.uri)?.result.report;
  const known = report ?? progress.of(id);
  const points = known === undefined ? "–" : printPoints(known.score);
  const most = known?.maxScore ?? 100;
  const icon = checker.isRunning(document.uri) ? "$(sync~spin)" : "$(mortar-board)";
  const rung = report === undefined ? "" : ` ${rungName(report.backend.rung)}`;
  item.text = `${icon} ${points} / ${most}${rung}`;
  item.command = "gradus.check";
  item.tooltip = new MarkdownString(
    report === undefined
      ? l10n.t("Gradus: check this file")
      : l10n.t(
          "Gradus: {0} of {1} points in {2} ms; references on {3} ({4}), your code on {5}",
          points,
          most,
          Math.max(1, Math.round(report.wallMs)),
          report.backend.rung,
          report.backend.device,
          report.sandbox.runtime,
        ),
  );
  item.accessibilityInformation = { label: l10n.t("Gradus: {0} of {1} points", points, most) };
  item.show();
}

function rungName(rung: string): string {
  return rung === "node-gpu" || rung === "webgpu" ? `GPU (${rung})` : rung;
}

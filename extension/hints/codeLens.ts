import {
  CodeLens,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  type CodeLensProvider,
  type TextDocument,
} from "vscode";
import type { ExerciseSummary, FunctionSummary } from "#serve/client/protocol.ts";
import { functionsIn } from "../course/course.ts";
import { printPoints, verdictIcon } from "../course/verdicts.ts";
import type { Services } from "../services.ts";

/** Above each graded function: its points, Check, and the next hint while there is one. */
export function provideCodeLenses(services: Services): Disposable {
  const changed = new EventEmitter<void>();
  const fire = (): void => {
    changed.fire();
  };
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) => lensesOf(document, services),
  };
  return Disposable.from(
    changed,
    services.checker.onDidChange(fire),
    services.progress.onDidChange(fire),
    services.course.onDidChange(fire),
    languages.registerCodeLensProvider({ language: "typescript" }, provider),
  );
}

async function lensesOf(document: TextDocument, services: Services): Promise<CodeLens[]> {
  const id = services.course.idOf(document);
  const exercise = id === undefined ? undefined : await services.course.exercise(id);
  if (exercise === undefined) return [];
  return functionsIn(document, exercise).flatMap(({ spec, place }) => {
    if (place === undefined) return [];
    const range = new Range(place.line, 0, place.line, 0);
    return commandsOf(document, exercise, spec, services).map((command) => new CodeLens(range, command));
  });
}

function commandsOf(
  document: TextDocument,
  exercise: ExerciseSummary,
  spec: FunctionSummary,
  services: Services,
) {
  const { uri } = document;
  const seen = services.progress.hintsSeen(uri, exercise.id, spec.name);
  const check = {
    title: services.checker.isRunning(uri)
      ? withIcon("sync~spin", l10n.t("Checking"))
      : withIcon("play", l10n.t("Check")),
    command: "gradus.check",
    arguments: [uri],
  };
  const hint = {
    title: withIcon("lightbulb", l10n.t("Hint {0} of {1}", seen + 1, spec.hintLevels)),
    command: "gradus.nextHint",
    arguments: [uri, spec.name],
  };
  const debug = {
    title: withIcon("debug-alt-small", l10n.t("Debug")),
    command: "gradus.debugFailingCase",
    arguments: [uri, spec.name],
  };
  const picture = {
    title: withIcon("graph", l10n.t("Picture")),
    command: "gradus.showPicture",
    arguments: [exercise.id],
  };
  const wrong = isWrong(document, spec, services);
  return [
    { title: pointsOf(document, spec, services), command: "gradus.check", arguments: [uri] },
    check,
    ...(seen < spec.hintLevels ? [hint] : []),
    ...(exercise.picture ? [picture] : []),
    ...(wrong ? [debug] : []),
  ];
}

function isWrong({ uri }: TextDocument, { name }: FunctionSummary, { checker }: Services): boolean {
  const found = checker.freshOf(uri)?.result.report.functions.find((one) => one.name === name);
  return found?.status === "failed" || found?.status === "error" || found?.status === "timeout";
}

/** Points as of the text that stands there; without a check of it only how many there are. */
function pointsOf({ uri }: TextDocument, { name, points }: FunctionSummary, { checker }: Services): string {
  const found = checker.freshOf(uri)?.result.report.functions.find((one) => one.name === name);
  if (found === undefined) return l10n.t("{0} points", points);
  return withIcon(
    verdictIcon(found.status).id,
    l10n.t("{0} of {1} points", printPoints(found.points), points),
  );
}

/** A lens draws an icon and the text behind it without a gap; a space that does not collapse makes one. */
function withIcon(icon: string, text: string): string {
  return `$(${icon})\u00a0${text}`;
}

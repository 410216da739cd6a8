import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  debug,
  l10n,
  Location,
  Position,
  SourceBreakpoint,
  window,
  workspace,
  type DebugConfiguration,
  type TextDocument,
  type Uri,
} from "vscode";
import { functionsIn } from "../course/course.ts";
import { failingCaseOf } from "../hints/findings.ts";
import type { Services } from "../services.ts";

interface Wanted {
  readonly function: string;
  readonly case?: string;
}

/**
 * Stops the debugger in the student's own function on one visible case. The one place where a student's code runs outside
 * the sandbox: in a process of its own that knows that case's inputs and nothing else, only in a workspace that is trusted.
 */
export async function debugCase(services: Services, uri: Uri, wanted: Wanted): Promise<void> {
  if (!workspace.isTrusted) {
    void window.showWarningMessage(l10n.t("Gradus runs code only in a workspace that you trust."));
    return;
  }
  const document = await workspace.openTextDocument(uri);
  const exercise = await services.course.exercise(services.course.idOf(document) ?? "");
  const place =
    exercise && functionsIn(document, exercise).find(({ spec }) => spec.name === wanted.function)?.place;
  const chosen = wanted.case ?? (await caseToDebug(services, document, wanted.function));
  if (exercise === undefined || place === undefined || chosen === undefined) {
    void window.showInformationMessage(
      l10n.t("There is nothing to debug: {0} is not written.", wanted.function),
    );
    return;
  }
  await document.save(); // the debugger shows the file as it lies on the disk
  const { program } = await services.engine.request("debugProgram", {
    exercise: exercise.id,
    source: document.getText(),
    path: uri.fsPath,
    function: wanted.function,
    case: chosen,
  });
  const breakpoint = new SourceBreakpoint(new Location(uri, new Position(place.bodyLine, 0)));
  await start(program, breakpoint, { name: `${wanted.function} ${chosen}`, uri });
}

/** The first case that is wrong, as of the last check or of one that is made now; the first of all if none is. */
async function caseToDebug(
  { checker, engine, course }: Services,
  document: TextDocument,
  name: string,
): Promise<string | undefined> {
  const result = checker.freshOf(document.uri)?.result ?? (await checker.checkAndTell(document));
  const report = result?.report.functions.find((one) => one.name === name);
  const failing = report && failingCaseOf(report);
  if (failing != null) return failing;
  const cases = await engine.request("cases", { exercise: course.idOf(document) ?? "" });
  return cases[name]?.[0]?.id;
}

/** Runs the program under the editor's own JavaScript debugger, and takes breakpoint and program away when it has ended. */
async function start(
  program: string,
  breakpoint: SourceBreakpoint,
  { name, uri }: { readonly name: string; readonly uri: Uri },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "gradus-debug-"));
  const path = join(folder, "case.cjs");
  await writeFile(path, program);
  const mine = debug.breakpoints.some((one) => one instanceof SourceBreakpoint && isAt(one, breakpoint));
  if (!mine) debug.addBreakpoints([breakpoint]);
  const configuration: DebugConfiguration = {
    type: "node",
    request: "launch",
    name: `Gradus: ${name}`,
    program: path,
    cwd: folder,
    console: "internalConsole",
    sourceMaps: true,
    resolveSourceMapLocations: null,
    outFiles: [path],
    skipFiles: ["<node_internals>/**"],
    internalConsoleOptions: "neverOpen",
  };
  const ended = debug.onDidTerminateDebugSession((session) => {
    if (session.name !== configuration.name || session.parentSession !== undefined) return;
    ended.dispose();
    if (!mine) debug.removeBreakpoints([breakpoint]);
    void rm(folder, { recursive: true, force: true });
  });
  const started = await debug.startDebugging(workspace.getWorkspaceFolder(uri), configuration);
  if (!started) ended.dispose();
}

function isAt(one: SourceBreakpoint, other: SourceBreakpoint): boolean {
  return (
    one.location.uri.toString() === other.location.uri.toString() &&
    one.location.range.start.line === other.location.range.start.line
  );
}

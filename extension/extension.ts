import { commands, env, window, type ExtensionContext } from "vscode";
import { provideCodeActions } from "./actions/codeActions.ts";
import { registerClassroom } from "./classroom/register.ts";
import { Checker } from "./checking/checker.ts";
import { registerCommands } from "./commands/register.ts";
import { Course } from "./course/course.ts";
import { createEngine } from "./engine.ts";
import { provideCodeLenses } from "./hints/codeLens.ts";
import { HintThreads } from "./hints/hintThreads.ts";
import { provideHovers } from "./hints/hover.ts";
import { showInlineHints } from "./hints/inlineHints.ts";
import { registerPictures } from "./panels/picture.ts";
import { registerStatement } from "./panels/statement.ts";
import { ProgressStore } from "./progress/progressStore.ts";
import type { Services } from "./services.ts";
import { showTests } from "./testing/testExplorer.ts";
import { showCourseTree } from "./views/courseTree.ts";
import { showStatusBar } from "./views/statusBar.ts";

let stop: (() => Promise<void>) | undefined;

/** Wiring only; the engine starts with the first thing that needs it. Tests get the services. */
export async function activate(context: ExtensionContext): Promise<Services> {
  const services = makeServices(context);
  await services.course.readIds(); // one look at a folder; everything below asks whether a file is ours
  stop = () => services.engine.stop();
  const threads = new HintThreads(services);
  context.subscriptions.push(
    threads,
    registerCommands(services, threads),
    registerStatement(services),
    registerPictures(services),
    showInlineHints(services),
    provideCodeLenses(services),
    provideHovers(services),
    provideCodeActions(services),
    showCourseTree(services),
    showStatusBar(services),
    showTests(services),
    registerClassroom(services),
  );
  void begin(services);
  return services;
}

export async function deactivate(): Promise<void> {
  await stop?.();
}

function makeServices(context: ExtensionContext): Services {
  const log = window.createOutputChannel("Gradus", { log: true });
  const engine = createEngine({ context, log });
  const course = new Course(engine, context.extensionPath);
  const progress = new ProgressStore((text) => {
    log.warn(text);
  });
  const checker = new Checker({ engine, course, progress });
  context.subscriptions.push(log, course, progress, checker);
  const language = env.language.startsWith("ja") ? "ja" : "en";
  return { context, log, engine, course, checker, progress, language };
}

/** What needs the disk, after activation has returned: a course file that is open is made ready for its first check. */
async function begin({ course, progress, engine, context }: Services): Promise<void> {
  await progress.loadAll();
  const warm = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    const id = document && course.idOf(document);
    await commands.executeCommand("setContext", "gradus.courseFile", id !== undefined);
    if (id === undefined) return;
    await course.list();
    await engine.warm({ exercise: id });
  };
  context.subscriptions.push(window.onDidChangeActiveTextEditor(() => void warm().catch(() => undefined)));
  await warm().catch(() => undefined);
}

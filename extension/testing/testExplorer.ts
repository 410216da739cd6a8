import {
  Disposable,
  l10n,
  tests,
  TestRunProfileKind,
  workspace,
  type CancellationToken,
  TestRunRequest,
} from "vscode";
import type { Services } from "../services.ts";
import { debugCase } from "./debugCase.ts";
import { canDebug, TestItems } from "./testItems.ts";
import { chosenItems, runExercise } from "./testRun.ts";

/** The Test Explorer's view of the course: run, keep running, debug. */
export function showTests(services: Services): Disposable {
  const controller = tests.createTestController("gradus", "Gradus");
  const items = new TestItems(controller, services);
  const refresh = async (): Promise<void> => {
    await items.refresh().catch((error: unknown) => {
      services.log.warn(`tests: ${String(error)}`);
    });
  };
  controller.resolveHandler = async (item) => {
    if (item === undefined) await refresh();
    else await items.resolve(item);
  };
  controller.refreshHandler = refresh;
  const run = async (request: TestRunRequest, token: CancellationToken): Promise<void> => {
    if (controller.items.size === 0) await refresh();
    const current = controller.createTestRun(request);
    for (const [item, wanted] of chosenItems(request, items)) {
      if (token.isCancellationRequested) break;
      await runExercise(item, wanted, { run: current, items, services }, token);
    }
    current.end();
  };
  const continuous = (request: TestRunRequest, token: CancellationToken): void => {
    const subscription = workspace.onDidSaveTextDocument((document) => {
      const include = items.itemsOf(document.uri).filter((item) => {
        return request.include === undefined || chosenItems(request, items).has(item);
      });
      if (include.length > 0)
        void run(new TestRunRequest([...include], request.exclude, request.profile, true), token);
    });
    token.onCancellationRequested(() => {
      subscription.dispose();
    });
  };
  const profile = controller.createRunProfile(
    l10n.t("Check"),
    TestRunProfileKind.Run,
    async (request, token) => {
      if (request.continuous === true) continuous(request, token);
      else await run(request, token);
    },
    true,
    undefined,
    true,
  );
  const debugProfile = controller.createRunProfile(
    l10n.t("Debug Case"),
    TestRunProfileKind.Debug,
    async (request) => {
      const [item] = request.include ?? [];
      const subject = item && items.subjectOf(item);
      if (subject?.kind === "case" || subject?.kind === "function")
        await debugCase(services, subject.uri, {
          function: subject.name,
          ...("case" in subject ? { case: subject.case } : {}),
        });
    },
  );
  debugProfile.tag = canDebug;
  const watcher = workspace.createFileSystemWatcher("**/*.ts", false, true, false);
  return Disposable.from(
    controller,
    profile,
    debugProfile,
    watcher,
    services.course.onDidChange(() => void refresh()),
    watcher.onDidCreate((uri) => {
      if (services.course.exercises.some((one) => uri.path.endsWith(`/${one.id}.ts`))) void refresh();
    }),
    watcher.onDidDelete((uri) => {
      if (items.itemsOf(uri).length > 0) void refresh();
    }),
    workspace.onDidChangeWorkspaceFolders(() => void refresh()),
  );
}

import { commands, Disposable, l10n, window, workspace, type CommentThread } from "vscode";
import type { HintThreads } from "../hints/hintThreads.ts";
import type { Services } from "../services.ts";
import { debugCase } from "../testing/debugCase.ts";
import { doctor } from "./doctor.ts";
import { exportSubmission } from "./exportSubmission.ts";
import { guarded } from "./guarded.ts";
import { nextHint } from "./nextHint.ts";
import { openExercise } from "./openExercise.ts";
import { resetToStarter } from "./resetToStarter.ts";
import { exerciseNamed } from "./exerciseNamed.ts";
import { showPicture } from "./showPicture.ts";
import { showStatement } from "./showStatement.ts";
import { targetDocument, targetFunction } from "./target.ts";

/** Every command of the palette, the tree and the lenses. */
export function registerCommands(services: Services, threads: HintThreads): Disposable {
  const on = (name: string, run: (...given: unknown[]) => Promise<unknown>): Disposable =>
    commands.registerCommand(`gradus.${name}`, guarded(services, run));
  return Disposable.from(
    on("openExercise", (id, name) => openExercise(services, exerciseNamed(id), name)),
    on("resetToStarter", (uri) => resetToStarter(services, uri)),
    on("check", async (given) => {
      const document = await targetDocument(given, services);
      return document && services.checker.check(document);
    }),
    on("nextHint", (uri, name) => nextHint(services, threads, uri, name)),
    on("nextHintOfThread", async (thread) => {
      const about = threads.about(thread as CommentThread);
      if (about) await nextHint(services, threads, about.uri, about.name);
    }),
    on("closeHints", (thread) => {
      threads.close(thread as CommentThread);
      return Promise.resolve();
    }),
    on("showStatement", (id) => showStatement(services, id)),
    on("showPicture", (id) => showPicture(services, id)),
    on("debugFailingCase", async (uri, name, id) => {
      const document = await targetDocument(uri, services);
      const wanted = document && (await targetFunction(name, document, services));
      if (document === undefined || wanted === undefined) return;
      await debugCase(services, document.uri, {
        function: wanted,
        ...(typeof id === "string" ? { case: id } : {}),
      });
    }),
    on("restartEngine", async () => {
      await services.engine.restart();
      await services.course.refresh();
      window.setStatusBarMessage(l10n.t("Gradus: the engine is started anew."), 4000);
    }),
    on("exportSubmission", () => exportSubmission(services)),
    on("doctor", () => doctor(services)),
    workspace.onDidChangeConfiguration((change) => {
      const names = ["gradus.backend", "gradus.node", "gradus.packages"];
      if (names.some((name) => change.affectsConfiguration(name)))
        void commands.executeCommand("gradus.restartEngine");
    }),
  );
}

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { commands, ConfigurationTarget, Uri, workspace, type CodeLens } from "vscode";
import { closeAll, folder, openFile, ours, right, save, services, until, wrong } from "./support.ts";

describe("when something is wrong around it", () => {
  afterEach(closeAll);

  it("a Node that is not there is told, and the right setting brings the engine back", async () => {
    const { engine, checker } = await services();
    const settings = workspace.getConfiguration("gradus");
    const document = await openFile("gaussian-mle.ts", wrong);
    await settings.update("node", "/no/such/node", ConfigurationTarget.Global);
    await engine.restart();
    await assert.rejects(checker.check(document), /ENOENT/);
    await settings.update("node", undefined, ConfigurationTarget.Global);
    await engine.restart();
    assert.equal((await checker.check(document))?.report.exercise, "gaussian-mle");
  }).timeout(30_000);

  it("what another window wrote into the progress file stays", async () => {
    const path = Uri.joinPath(folder(), ".gradus", "progress.json").fsPath;
    const document = await openFile("gaussian-mle.ts", right);
    await save(document);
    await until("progress", () => read(path)?.includes('"score": 100'));
    const progress = JSON.parse(readFileSync(path, "utf8")) as { exercises: Record<string, unknown> };
    progress.exercises["elbo"] = { score: 42, maxScore: 100, best: 42, functions: {}, hints: {} };
    writeFileSync(path, JSON.stringify(progress));
    await commands.executeCommand("gradus.nextHint", document.uri, "muHat");
    await until(
      "both",
      () => read(path)?.includes('"score": 42') === true && read(path)?.includes('"muHat": '),
    );
  });

  it("manual checking leaves a save alone", async () => {
    const settings = workspace.getConfiguration("gradus");
    await settings.update("check", "manual", ConfigurationTarget.Global);
    try {
      const document = await openFile("gaussian-mle.ts", wrong);
      await save(document);
      const lenses = await commands.executeCommand<CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
        10,
      );
      assert.ok(lenses.length > 0);
      const { checker } = await services();
      assert.equal(checker.isRunning(document.uri), false);
      assert.deepEqual(ours(document), []);
    } finally {
      await settings.update("check", undefined, ConfigurationTarget.Global);
    }
  });
});

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

import assert from "node:assert/strict";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { commands, Uri, window } from "vscode";
import { closeAll, folder, openFile, ours, right, save, services, shipped, until, wrong } from "./support.ts";

describe("the commands", () => {
  const file = (name: string): string => Uri.joinPath(folder(), name).fsPath;
  afterEach(async () => {
    await closeAll();
    for (const id of ["elbo", "backprop", "rbm-cd1"]) rmSync(file(`${id}.ts`), { force: true });
  });

  it("open an exercise: the starter as a file of the workspace, the statement beside it", async () => {
    await commands.executeCommand("gradus.openExercise", "elbo");
    assert.equal(readFileSync(file("elbo.ts"), "utf8"), await shipped("elbo", "starter.ts"));
    const tabs = await until("two tabs side by side", () => {
      const groups = window.tabGroups.all.filter((group) => group.tabs.length > 0);
      return groups.length === 2 ? groups.map((group) => group.tabs[0]?.label) : undefined;
    });
    assert.equal(tabs[0], "elbo.ts");
  });

  it("never overwrite work that is there, also when it was written behind the editor's back", async () => {
    writeFileSync(file("rbm-cd1.ts"), "// my work\n");
    await commands.executeCommand("gradus.openExercise", "rbm-cd1");
    assert.equal(readFileSync(file("rbm-cd1.ts"), "utf8"), "// my work\n");
    assert.match(window.activeTextEditor?.document.uri.path ?? "", /rbm-cd1\.ts$/);
  });

  it("open an exercise at a function", async () => {
    const { exercises } = await (await services()).course.list();
    const name = exercises.find((one) => one.id === "backprop")?.functions[1]?.name ?? "";
    await commands.executeCommand("gradus.openExercise", "backprop", name);
    const editor = await until("the editor", () => window.activeTextEditor);
    assert.match(editor.document.lineAt(editor.selection.active.line).text, new RegExp(`function ${name}`));
  });

  it("reset to the starter only when the student says so, and keep a backup", async () => {
    const document = await openFile("gaussian-mle.ts", right);
    const resetting = commands.executeCommand("gradus.resetToStarter", document.uri);
    // under test VS Code answers a modal question with its first button
    await resetting;
    const starter = await shipped("gaussian-mle", "starter.ts");
    const names = readdirSync(Uri.joinPath(document.uri, "..").fsPath);
    if (document.getText() === right) assert.deepEqual(names, ["gaussian-mle.ts"]);
    else {
      assert.equal(document.getText(), starter);
      assert.deepEqual(names.toSorted(), ["gaussian-mle.backup-1.ts", "gaussian-mle.ts"]);
      assert.equal(
        readFileSync(Uri.joinPath(document.uri, "../gaussian-mle.backup-1.ts").fsPath, "utf8"),
        right,
      );
    }
  });

  it("give hints one by one, and remember how many were seen", async () => {
    const { progress } = await services();
    const document = await openFile("gaussian-mle.ts", wrong);
    const before = progress.hintsSeen(document.uri, "gaussian-mle", "muHat");
    await commands.executeCommand("gradus.nextHint", document.uri, "muHat");
    assert.equal(progress.hintsSeen(document.uri, "gaussian-mle", "muHat"), before + 1);
    await commands.executeCommand("gradus.nextHint", document.uri, "muHat");
    await commands.executeCommand("gradus.nextHint", document.uri, "muHat");
    await commands.executeCommand("gradus.nextHint", document.uri, "muHat");
    assert.equal(progress.hintsSeen(document.uri, "gaussian-mle", "muHat"), 3, "there is no fourth");
  });

  it("check by command what is not saved yet", async () => {
    const document = await openFile("gaussian-mle.ts", wrong);
    await commands.executeCommand("gradus.check", document.uri);
    await until("diagnostics", () => ours(document).length > 0);
    assert.equal(document.isDirty, false);
  });

  it("start the engine anew", async () => {
    const { engine } = await services();
    const document = await openFile("gaussian-mle.ts", wrong);
    await save(document);
    await until("diagnostics", () => ours(document).length > 0);
    const before = engine.pid;
    await commands.executeCommand("gradus.restartEngine");
    assert.ok(engine.pid !== undefined && engine.pid !== before);
  });

  it("tell in the doctor's document what is there", async () => {
    await commands.executeCommand("gradus.doctor");
    const text = window.activeTextEditor?.document.getText() ?? "";
    assert.match(text, /^# Gradus \d/);
    assert.match(text, /- wasm: works on/);
    assert.match(text, /- process: node \d+/);
  }).timeout(60_000);
});

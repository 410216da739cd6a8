import assert from "node:assert/strict";
import { extensions } from "vscode";
import { closeAll, openFile, ours, right, save, services, until, wrong } from "./support.ts";

describe("the engine in the editor", () => {
  afterEach(closeAll);

  it("is back after it was killed, and no text or progress is lost", async () => {
    const { engine, checker, progress } = await services();
    const document = await openFile("gaussian-mle.ts", wrong);
    await save(document);
    await until("diagnostics", () => ours(document).length > 0);
    const before = progress.of("gaussian-mle")?.score;
    const pid = await until("its pid", () => engine.pid);
    process.kill(pid, "SIGKILL");
    await until("its end", () => engine.pid === undefined);
    assert.equal(progress.of("gaussian-mle")?.score, before);
    await save(document);
    const checked = await until("a result", () => checker.freshOf(document.uri));
    assert.notEqual(engine.pid, pid);
    assert.ok(checked.result.report.score < 100);
  });

  it("checks twenty open files", async () => {
    const { checker } = await services();
    const documents = [];
    for (let number = 0; number < 20; number++)
      documents.push(await openFile("gaussian-mle.ts", number % 2 === 0 ? right : wrong));
    const started = performance.now();
    const results = await Promise.all(documents.map((one) => checker.check(one)));
    assert.deepEqual(
      results.map((one) => one?.report.score === 100),
      documents.map((_, number) => number % 2 === 0),
    );
    console.log(`twenty checks: ${Math.round(performance.now() - started)} ms`);
  });

  it("loads no native code into the extension host and nothing of the engine", () => {
    const extension = extensions.getExtension("gradus.gradus");
    assert.ok(extension?.isActive);
    const loaded = Object.keys(require.cache).filter((path) => path.startsWith(extension.extensionPath));
    assert.deepEqual(
      loaded.filter((path) => path.endsWith(".node")),
      [],
    );
  });
});

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./harness/places.ts";
import { until } from "./harness/person.ts";
import { childrenOf, processesOf } from "./harness/processes.ts";
import { stagedExtension } from "./harness/stagedExtension.ts";
import { walk } from "./harness/walk.ts";

const title = "Derive the maximum-likelihood estimate";
const right = "  return sum / x.length;";
const endless = "  for (;;) sum += 1;";

describe("when something goes wrong in the editor", function () {
  this.timeout(300_000);
  this.retries(1); // seen: keys that went nowhere, on a busy machine; why the focus was elsewhere was not found
  let workspace: string;
  let solution: string;

  before(async () => {
    workspace = await mkdtemp(join(tmpdir(), "gradus-hazards-"));
    solution = await readFile(join(root, "exercises", "gaussian-mle", "solution.ts"), "utf8");
    await writeFile(join(workspace, "gaussian-mle.ts"), solution);
  });
  after(() => rm(workspace, { recursive: true, force: true }));

  it("survives an endless loop, and the death of sandbox and engine in the middle of a check", async () => {
    const line = solution.split("\n").indexOf(right) + 1;
    const extension = await stagedExtension();
    const engines = (): number[] => processesOf(join(extension, "dist", "serve.js"));
    const runners = (): number[] => engines().flatMap(childrenOf);

    await walk("hazards", { extension, workspace }, async ({ person, page, step, picture }) => {
      await step("a folder that already holds a course file just works", async () => {
        await person.openView("Gradus");
        await person.treeRow(title).click();
        await person.tab("gaussian-mle.ts").waitFor();
        await person.save();
        await person.statusBar("100 / 100").waitFor();
      });
      await step("an endless loop is saved, and the editor takes keys while it runs", async () => {
        await person.focusEditor("gaussian-mle.ts");
        await person.goToLine(line);
        await person.replaceLine(endless);
        await person.save();
        const pressed = performance.now();
        await person.goToLine(line + 1);
        await person.statusBar(`Ln ${line + 1},`).waitFor();
        console.log(`    a line further in ${Math.round(performance.now() - pressed)} ms`);
      });
      await step("its function is out of time, and the others keep their points", async () => {
        await person.expand(person.treeRow(title));
        await person.treeRow("muHat").locator(".codicon-watch").waitFor();
        await person.treeRow("dSigma2").locator(".codicon-pass-filled").waitFor();
        await picture("timeout");
      });
      await step("the sandbox dies in the middle of a check", async () => {
        await person.save();
        await page.locator(".statusbar-item .codicon-sync").waitFor();
        for (const pid of await until(
          "a runner",
          () => Promise.resolve(runners()),
          (all) => all.length > 0,
        ))
          process.kill(pid, "SIGKILL");
      });
      const [before] = engines();
      await step("the engine dies in the middle of the next one", async () => {
        await person.save();
        await page.locator(".statusbar-item .codicon-sync").waitFor();
        process.kill(before ?? 0, "SIGKILL");
        await until(
          "its end",
          () => Promise.resolve(engines()),
          (all) => !all.includes(before ?? 0),
        );
      });
      await step("the text is still there; mended and saved, it is right", async () => {
        await person.focusEditor("gaussian-mle.ts");
        await person.goToLine(line);
        await person.replaceLine(right);
        await person.save();
        await person.statusBar("100 / 100").waitFor();
        assert.notEqual(engines()[0], before);
        assert.equal(await page.locator(".squiggly-error").count(), 0);
      });
    });
  });

  it("runs nothing in a workspace that is not trusted, and still shows the statement", async () => {
    const extension = await stagedExtension();
    await walk(
      "untrusted",
      { extension, workspace, trusted: false },
      async ({ person, page, step, picture }) => {
        // its question is not put to a test driver; the answer is then that nothing is trusted
        await step("the window is in restricted mode", () => person.statusBar("Restricted Mode").waitFor());
        await step("the tree and the statement are there", async () => {
          await person.openView("Gradus");
          await person.treeRow(title).click();
          await person.webview().locator("h1", { hasText: title }).waitFor();
        });
        await step("a save and a check run no code", async () => {
          await person.focusEditor("gaussian-mle.ts");
          await person.goToLine(1);
          await page.keyboard.insertText("// mine\n");
          await person.save();
          await person.webview().getByRole("button", { name: "Check" }).click();
          await person.command("Notifications: Show Notifications");
          const notice = page.locator(".notifications-center .notification-list-item", { hasText: "trust" });
          await notice.first().waitFor();
          await picture("told");
          await person.statusBar("100 / 100").waitFor({ state: "detached" });
        });
      },
    );
  });
});

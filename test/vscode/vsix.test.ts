import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeVsix } from "#cli/build/vsix.ts";
import { installVsCode } from "#extension/start/install.ts";
import { installExtension } from "#extension/start/installExtension.ts";
import { root } from "./harness/places.ts";
import { stagedExtension } from "./harness/stagedExtension.ts";
import { walk } from "./harness/walk.ts";
import { namesInZip } from "./harness/zipNames.ts";

const mostBytes = 4_000_000;

describe("the .vsix", function () {
  this.timeout(300_000);
  this.retries(1); // seen once: a step of a walk timed out on a busy machine, cause not found; a whole walk is tried once more
  let folder: string;
  let vsix: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "gradus-vsix-"));
    vsix = join(folder, "gradus.vsix");
    await writeVsix(await stagedExtension(), vsix);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("carries what a student needs, no solution and no source of ours", async () => {
    const names = namesInZip(await readFile(vsix));
    for (const needed of [
      "dist/extension.cjs",
      "dist/serve.js",
      "dist/runner.js",
      "dist/host.js",
      "package.json",
    ])
      assert.ok(names.includes(`extension/${needed}`), needed);
    const hidden = names.filter((name) => /solution|alternatives|adequacy\.json/.test(name));
    assert.deepEqual(hidden, []);
    const sources = names.filter((name) => name.endsWith(".ts"));
    assert.deepEqual(
      sources.filter((name) => !/\/exercises\/[^/]+\/(starter|sample)\.ts$/.test(name)),
      [],
    );
    const { size } = await stat(vsix);
    console.log(`    ${names.length} files, ${(size / 1e6).toFixed(2)} MB`);
    assert.ok(size < mostBytes, `${size} bytes`);
  });

  it("installs in a clean VS Code, far from the repository, and checks an exercise there", async () => {
    const solution = await readFile(join(root, "exercises", "gaussian-mle", "solution.ts"), "utf8");
    const install = async (data: string): Promise<void> => {
      const said = await installExtension(await installVsCode(console.log), vsix, data);
      assert.match(said, /successfully installed/);
    };
    await walk("vsix", { prepare: install }, async ({ person, step, picture }) => {
      await step("an exercise opens from the tree", async () => {
        await person.openView("Gradus");
        await person.treeRow("Derive the maximum-likelihood estimate").click();
        await person.tab("gaussian-mle.ts").waitFor();
        await person.webview().locator(".katex-display").first().waitFor();
        await person.lens("Check").first().waitFor();
      });
      await step("a wrong value is told", async () => {
        await person.focusEditor("gaussian-mle.ts");
        await person.replaceAll(solution.replace("sum / x.length", "sum"));
        await person.save();
        await person.squiggles("error").first().waitFor({ state: "attached" });
      });
      await step("a right submission has all its points", async () => {
        await person.focusEditor("gaussian-mle.ts");
        await person.replaceAll(solution);
        await person.save();
        await person.statusBar("100 / 100").waitFor();
        await picture("right");
      });
    });
  });
});

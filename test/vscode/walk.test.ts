import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./harness/places.ts";
import { until } from "./harness/person.ts";
import { stagedExtension } from "./harness/stagedExtension.ts";
import { themes } from "./harness/themes.ts";
import { walk } from "./harness/walk.ts";

/** A right submission with one line that a student would write: Bessel's correction, which maximum likelihood has not. */
const title = "Derive the maximum-likelihood estimate";
const right = "  return meanSquare(x, muHat(x));";
const wrong = "  return (meanSquare(x, muHat(x)) * x.length) / (x.length - 1);";

describe("a student's first exercise in a real VS Code", function () {
  this.timeout(300_000);
  this.retries(1); // seen: keys that went nowhere, on a busy machine; why the focus was elsewhere was not found

  it("goes from the tree over a squiggle and a hint to green", async () => {
    const solution = await readFile(join(root, "exercises", "gaussian-mle", "solution.ts"), "utf8");
    const attempt = solution.replace(right, wrong);
    assert.notEqual(attempt, solution);
    const line = attempt.split("\n").indexOf(wrong) + 1;

    await walk("walk", { extension: await stagedExtension() }, async ({ person, page, step, picture }) => {
      await step("the course tree shows tracks and exercises", async () => {
        await person.openView("Gradus");
        await person.treeRow("Maximum likelihood").waitFor();
        await person.treeRow(title).waitFor();
      });
      await step("an exercise opens from the tree: the statement beside the file", async () => {
        await person.treeRow(title).click();
        await person.tab("gaussian-mle.ts").waitFor();
        await person.webview().locator("h1", { hasText: title }).waitFor();
        await person.webview().locator(".katex-display").first().waitFor();
        await person.lens("Check").first().waitFor();
        await picture("opened");
      });
      await step("a wrong line is typed and saved", async () => {
        await person.focusEditor("gaussian-mle.ts");
        await person.replaceAll(attempt);
        await person.save();
      });
      await step("the line gets a squiggle", () =>
        person.squiggles("error").first().waitFor({ state: "attached" }),
      );
      await step("the text after it says what was expected", async () => {
        const wanted = (texts: readonly string[]): boolean =>
          texts.some((text) => /case .*: expected .*, got /.test(text));
        await until("the text after the line", () => person.textsAfterLines(), wanted);
      });
      await step("the function is red in the tree and in the page", async () => {
        await person.expand(person.treeRow(title));
        await person.treeRow("sigma2Hat").locator(".codicon-error").waitFor();
        await person.treeRow("muHat").locator(".codicon-pass-filled").waitFor();
        await person.webview().locator("#function-sigma2Hat .mark.failed").waitFor();
        await picture("wrong");
      });
      await step("it is red in the Test Explorer", async () => {
        await person.command("Test: Run All Tests");
        await person.command("Testing: Focus on Test Explorer View");
        await person.expand(person.testRow("Maximum likelihood"));
        await person.expand(person.testRow(title));
        await person.testRow("sigma2Hat").locator(".codicon-testing-failed-icon").waitFor();
        await person.testRow("muHat").locator(".codicon-testing-passed-icon").waitFor();
        await picture("tests");
        await page.keyboard.press("Escape");
      });
      await step("the page gives a hint when it is asked", async () => {
        const entry = person.webview().locator("#function-sigma2Hat");
        await entry.locator("button.ask").click();
        await entry.locator(".hint", { hasText: "Hint 1 of" }).waitFor();
        await picture("hint");
      });
      await step("page and editor follow the theme", async () => {
        await person.focusEditor("gaussian-mle.ts");
        await page.keyboard.press("Control+j"); // the panel goes
        await person.openView("Gradus");
        for (const [name, theme, kind] of themes) {
          await person.theme(theme);
          await person.webview().locator(`body.${kind}`).waitFor();
          await picture(name);
        }
      });
      await step("the editor gives the next one", async () => {
        await person.focusEditor("gaussian-mle.ts");
        await person.goToLine(line);
        await person.lens("Hint 2 of").first().click();
        await page.locator(".review-widget", { hasText: "Hint 2" }).waitFor();
        await picture("hint-in-editor");
      });
      await step("the line is mended and saved", async () => {
        await person.focusEditor("gaussian-mle.ts");
        await person.goToLine(line);
        await person.replaceLine(right);
        await person.save();
      });
      await step("everything is green", async () => {
        await person.squiggles("error").first().waitFor({ state: "detached" });
        await person.webview().locator("#function-sigma2Hat .mark.passed").waitFor();
        await person.statusBar("100 / 100").waitFor();
        await person.openView("Gradus");
        await person.treeRow("sigma2Hat").locator(".codicon-pass-filled").waitFor();
        await picture("right");
        await person.command("Test: Run All Tests");
        await person.command("Testing: Focus on Test Explorer View");
        await person.testRow("sigma2Hat").locator(".codicon-testing-passed-icon").waitFor();
      });
    });
  });
});

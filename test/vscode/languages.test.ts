import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./harness/places.ts";
import { until } from "./harness/person.ts";
import { installJapanese } from "./harness/japanese.ts";
import { stagedExtension } from "./harness/stagedExtension.ts";
import { walk } from "./harness/walk.ts";

const title = "最尤推定量を導出する";

describe("a VS Code that speaks Japanese, with two folders", function () {
  this.timeout(300_000);

  it("has Japanese tree, statement, sentences and hints, and asks in which folder the work belongs", async () => {
    const solution = await readFile(join(root, "exercises", "gaussian-mle", "solution.ts"), "utf8");
    const options = {
      extension: await stagedExtension(),
      prepare: installJapanese,
      locale: "ja",
      folders: ["second"],
      settings: { "workbench.colorTheme": "Default Light Modern" },
    };
    await walk("japanese", options, async ({ person, step, picture }) => {
      await step("the course tree is Japanese", async () => {
        await person.openView("Gradus");
        await person.treeRow(title).waitFor();
      });
      await step("an exercise opens in the folder that the student picks", async () => {
        await person.treeRow(title).click();
        await person.pick("どのフォルダーに保存しますか", "second");
        await person.tab("gaussian-mle.ts").waitFor();
        await person.webview().locator("h1", { hasText: title }).waitFor();
        await person.lens("ヒント").first().waitFor();
      });
      await step("a wrong line is told in Japanese", async () => {
        await person.focusEditor("gaussian-mle.ts");
        await person.replaceAll(solution.replace("sum / x.length", "sum / (x.length + 1)"));
        await person.save();
        await person.squiggles("error").first().waitFor({ state: "attached" });
        const japanese = (texts: readonly string[]): boolean => texts.some((text) => /[ぁ-ん]/.test(text));
        await until("a Japanese text after the line", () => person.textsAfterLines(), japanese);
      });
      await step("the page gives a Japanese hint, and speaks English when it is asked to", async () => {
        const entry = person.webview().locator("#function-muHat");
        await entry.locator("button.ask").click();
        await entry.locator(".hint", { hasText: /[ぁ-ん]/ }).waitFor();
        await picture("hint");
        await person.webview().getByRole("button", { name: "English" }).click();
        await person.webview().locator("h1", { hasText: "Derive" }).waitFor();
      });
    });
  });
});

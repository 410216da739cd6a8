import type { FrameLocator, Locator, Page } from "playwright-core";

/** What a person does and sees in the workbench. Selectors are VS Code's own class names, all of them here. */
export function personAt(page: Page) {
  return {
    /** Runs a command by the name that the palette shows. */
    async command(name: string): Promise<void> {
      await page.keyboard.press("F1");
      await choose(page.locator(".quick-input-widget input[type=text]").first(), `>${name}`, name);
    },

    /** A row of the list that asks something. */
    offered: (label: string): Locator =>
      page.locator(".quick-input-list .monaco-list-row", { hasText: label }),

    /** Answers a list, which is told by what it asks. */
    async pick(asked: string, label: string): Promise<void> {
      await choose(page.locator(`.quick-input-widget input[placeholder^="${asked}"]`), label, label);
    },

    /** Types into the box that asks for a text. */
    async answer(asked: string, text: string): Promise<void> {
      await page.locator(".quick-input-message", { hasText: asked }).waitFor();
      const input = page.locator(".quick-input-widget input").first();
      await input.fill(text);
      await input.press("Enter");
    },

    /** Says something about the line of the caret, in the widget that comments are written in. */
    async comment(text: string): Promise<void> {
      await this.command("Comments: Add Comment on Current Selection");
      const widget = page.locator(".review-widget");
      await widget.locator(".monaco-editor").first().click();
      await page.keyboard.insertText(text);
      await widget.getByRole("button", { name: "Save Comment" }).click();
    },

    /** Opens a file of the workspace by its name. */
    async quickOpen(file: string): Promise<void> {
      await page.keyboard.press("Control+p");
      await page.locator(".quick-input-widget input[type=text]").first().fill(file);
      await page.locator(".quick-input-list .monaco-list-row", { hasText: file }).first().click();
    },

    async theme(label: string): Promise<void> {
      await this.command("Preferences: Color Theme");
      await this.pick("Select Color Theme", label);
      await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    },

    async openView(label: string): Promise<void> {
      const icon = `.action-label[aria-label^="${label}"]`;
      const shown = await page.locator(`.activitybar .action-item.checked ${icon}`).count();
      if (shown === 0) await page.locator(`.activitybar ${icon}`).click(); // another click would hide it
    },

    /** A row of the course tree, or of whatever tree is shown in the side bar. */
    treeRow: (label: string | RegExp): Locator =>
      page.locator(".sidebar .monaco-list-row", { hasText: label }),

    testRow: (label: string | RegExp): Locator =>
      page.locator(".test-explorer .monaco-list-row", { hasText: label }),

    problem: (label: string | RegExp): Locator =>
      page.locator(".markers-panel .monaco-list-row", { hasText: label }),

    /** Opens a closed row of a tree. */
    async expand(closed: Locator): Promise<void> {
      await closed.waitFor();
      if ((await closed.getAttribute("aria-expanded")) === "false")
        await closed.locator(".monaco-tl-twistie").click();
    },

    tab: (label: string): Locator => page.locator(".tab", { hasText: label }),
    lens: (label: string | RegExp): Locator => page.locator(".codelens-decoration a", { hasText: label }),
    statusBar: (label: string | RegExp): Locator => page.locator(".statusbar-item", { hasText: label }),

    /** Squiggles are drawn, not written: they are there or not. */
    squiggles: (severity: "error" | "warning" | "info" = "error"): Locator =>
      page.locator(`.squiggly-${severity}`),

    /** Text after a line is content that a style sheet generates. */
    textsAfterLines: (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll(".view-lines span")]
          .map((span) => getComputedStyle(span, "::after").content)
          .filter((content) => content !== "none" && content !== "normal" && content !== '""')
          .map((content) => content.replaceAll(/^"|"$/g, "").replaceAll('\\"', '"')),
      ),

    /** The inside of the webview that is shown. */
    webview: (): FrameLocator =>
      page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame"),

    /** The caret at the start of a line, 1-based. */
    async goToLine(line: number): Promise<void> {
      await page.keyboard.press("Control+g");
      const input = page.locator(".quick-input-widget input[type=text]").first();
      await input.waitFor();
      await input.fill(`:${line}`);
      await page.keyboard.press("Enter");
      await this.statusBar(`Ln ${line},`).waitFor(); // what is typed next is typed there
    },

    /** The keyboard writes into the editor only once it has the focus, which a page beside it may still hold. */
    async focusEditor(tab: string): Promise<void> {
      await page.locator(".tab", { hasText: tab }).click();
      await page.locator(".editor-group-container.active .monaco-editor.focused").first().waitFor();
    },

    /** Everything in the active editor gives way to this text. Typed at once, so that no bracket closes itself. */
    async replaceAll(text: string): Promise<void> {
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(text);
    },

    /** The line of the caret gives way to this text. */
    async replaceLine(text: string): Promise<void> {
      await page.keyboard.press("Home");
      await page.keyboard.press("Home"); // the first may stop at the indentation
      await page.keyboard.press("Shift+End");
      await page.keyboard.insertText(text);
    },

    async save(): Promise<void> {
      await page.keyboard.press("Control+s");
    },
  };
}

/**
 * Chooses by keyboard. A list uses the elements of its rows again: one that was found by its text may hold another text by
 * the time that a click lands on it, and then the wrong thing is chosen.
 */
async function choose(input: Locator, typed: string, label: string): Promise<void> {
  await input.waitFor();
  await input.fill(typed);
  const rows = input.page().locator(".quick-input-list .monaco-list-row");
  const isChosen = async (): Promise<boolean> => {
    const chosen = await rows.and(input.page().locator(".focused")).allTextContents();
    if (chosen.some((text) => text.includes(label))) return true;
    if ((await rows.filter({ hasText: label }).count()) > 0) await input.press("ArrowDown");
    return false;
  };
  await until(`"${label}" to be chosen`, isChosen, (chosen) => chosen);
  await input.press("Enter");
}

export type Person = ReturnType<typeof personAt>;

/** Asks again until the answer is the one wanted; for what no selector can wait for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  limitMs = 40_000,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (performance.now() > end)
      throw new Error(`Not within ${limitMs} ms: ${what}; it was ${JSON.stringify(answer)}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { withWritten } from "./written.ts";

describe("pages in a browser", function () {
  this.timeout(60_000);
  let browser: Browser;
  before(async () => {
    const executablePath = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
      (path) => path !== undefined && existsSync(path),
    );
    assert.ok(executablePath, "Chromium is missing: run `sh test/provision.sh`.");
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  });
  after(() => browser.close());

  /** Opens a page; whatever it complains of, policy violations among it, comes back. */
  async function opened(path: string): Promise<{ page: Page; complaints: readonly string[] }> {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    page.on("request", (request) => {
      if (request.url() !== pathToFileURL(path).href) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(path).href);
    return { page, complaints };
  }

  it("no page runs, loads or complains of anything, hostile names and all", () =>
    withWritten(async (files, folder) => {
      for (const path of Object.keys(files).filter((name) => name.endsWith(".html"))) {
        const { page, complaints } = await opened(join(folder, path));
        assert.deepEqual(complaints, [], path);
        assert.equal(await page.locator("img, iframe, b").count(), 0, path);
        const size = await page.evaluate(`getComputedStyle(document.querySelector("h1")).fontSize`);
        assert.equal(size, "25.6px", `${path}: its style sheet passes its own policy`);
        await page.close();
      }
    }));

  it("the class report sorts by a header and says who stands behind a cell", () =>
    withWritten(async (_, folder) => {
      const { page, complaints } = await opened(join(folder, "class.html"));
      const first = page.locator("#students tbody tr td:first-child").first();
      await page.locator("#students th button", { hasText: "total" }).click();
      assert.equal(await first.textContent(), "Lovelace, Ada");
      await page.locator("#students th button", { hasText: "total" }).click();
      assert.notEqual(await first.textContent(), "Lovelace, Ada");
      assert.equal(await page.locator("#students th[aria-sort=ascending]").count(), 1);
      await page.locator('.heat button[data-status="error"]').first().click();
      const who = page.locator(".who a").first();
      assert.match((await who.textContent()) ?? "", /^=HYPERLINK.*<img/);
      assert.match((await who.getAttribute("href")) ?? "", /^feedback\/mallory-[0-9a-f]{12}\.html$/);
      assert.deepEqual(complaints, []);
      await page.close();
    }));

  it("junit.xml is well-formed", () =>
    withWritten(
      async (files) => {
        const page = await browser.newPage();
        const text = JSON.stringify(files["junit.xml"]);
        const parsed = `new DOMParser().parseFromString(${text}, "application/xml")`;
        assert.equal(await page.evaluate(`${parsed}.querySelector("parsererror")?.textContent`), undefined);
        assert.equal(await page.evaluate(`${parsed}.querySelectorAll("testsuite").length`), 5);
        await page.close();
      },
      { formats: ["junit"] },
    ));
});

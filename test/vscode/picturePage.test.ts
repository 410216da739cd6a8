import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { picturePage } from "#cli/picture/picturePage.ts";
import { launchBrowser } from "./harness/workbench.ts";

const fixture = join(import.meta.dirname, "..", "fixtures", "pictures", "kit");

/** The page that draws pictures, in a real browser, with a picture that has every mark and control there is. */
describe("the picture page", function () {
  this.timeout(120_000);
  let folder: string;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "gradus-page-"));
    await writeFile(join(folder, "kit.html"), await picturePage(fixture, "en"));
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!/^(file|data):/.test(request.url())) complaints.push(`asks for ${request.url()}`);
    });
    await page.goto(pathToFileURL(join(folder, "kit.html")).href);
    await page.locator('[data-panel="plane"] svg path').first().waitFor({ state: "attached" });
  });
  afterEach(async () => {
    await page.close();
    assert.deepEqual(complaints.splice(0), [], "the page complains, or asks for something outside");
  });

  const handle = (id: string): Locator => page.locator(`[data-handle="${id}"]`);
  const says = (text: string | RegExp): Promise<void> => page.locator(".says", { hasText: text }).waitFor();
  const cellsOf = async (panel: string): Promise<readonly string[]> => {
    const details = page.locator(`[data-panel="${panel}"] details`);
    if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
    return details.locator("td").allTextContents();
  };

  const coloursOf = (panel: string): Promise<number> =>
    page.locator(`[data-panel="${panel}"] canvas`).evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const data = canvas.getContext("2d")?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
      return new Set(
        Array.from({ length: data.length / 4 }, (_, pixel) => data.slice(4 * pixel, 4 * pixel + 3).join()),
      ).size;
    });

  it("draws every kind of mark: shapes as data, pixels on a canvas", async () => {
    const curves = page.locator('[data-panel="curves"] svg');
    const drawn = await curves
      .locator("path")
      .evaluateAll((paths) => paths.map((path) => path.getAttribute("class")));
    for (const kind of [
      "area ink-first",
      "line ink-first",
      "bar ink-second",
      "hollow ink-wrong",
      "outline ink-right",
      "dot ink-third",
    ])
      assert.ok(
        drawn.some((one) => one?.startsWith(kind) === true),
        `${kind} among ${drawn.join(", ")}`,
      );
    const broken = await curves.locator("path.line.ink-first").getAttribute("d");
    assert.equal(broken?.match(/M/g)?.length, 2, "a NaN leaves a gap in a line");
    const slice = (ink: string): Promise<string | null> =>
      curves.locator(`path.dot.ink-${ink}`).last().getAttribute("d");
    assert.match(
      (await slice("first")) ?? "",
      /^M[^M]* 0,1 [^M]*z$/,
      "a quarter of one pie; a pie of NaN is left out",
    );
    assert.match(
      (await slice("fourth")) ?? "",
      /^M[^M]* 1,1 [^M]*zM[^M]*z$/,
      "three quarters, and a whole one",
    );
    const rims = await curves.locator("path.rim").getAttribute("d");
    assert.equal(rims?.match(/M/g)?.length, 2);
    const colours = await coloursOf("cells");
    assert.ok(colours >= 12, `${colours} colours for 12 cells`);
  });

  it("tells below from above zero where a theme has no orange", async () => {
    await page.evaluate(() => {
      document.documentElement.style.setProperty("--vscode-charts-orange", "initial");
      document.body.classList.add("vscode-high-contrast");
    });
    await until(async () => (await coloursOf("cells")) >= 12);
  });

  it("moves a handle with the pointer, and the picture follows", async () => {
    const before = await cellsOf("plane");
    const box = await handle("p0").boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y - 20, { steps: 12 });
    await page.mouse.up();
    const after = await cellsOf("plane");
    assert.notEqual(after[0], before[0]);
    assert.notEqual(after[1], before[1]);
    assert.equal(after[2], before[2], "the other point stays");
  });

  it("moves a handle with the keyboard, and says where it is", async () => {
    await handle("p0").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowUp");
    await page.locator('[data-handle="p0"][aria-valuetext="1.25, 2"]').waitFor();
    assert.equal((await cellsOf("plane"))[0], "1.25");
    assert.equal(await handle("p0").getAttribute("role"), "slider");
  });

  it("adds where one presses, and removes by Delete and by a double click", async () => {
    await page.locator('[data-panel="plane"] .stage').click({ position: { x: 300, y: 60 } });
    await says("There are 3 points.");
    await handle("p2").focus();
    await page.keyboard.press("Delete");
    await says("There are 2 points.");
    await handle("p1").dblclick();
    await says("There are 1 points.");
  });

  it("presses cells with the pointer and with the keyboard alone", async () => {
    const cells = await cellsOf("cells");
    await page.locator('[data-panel="cells"] .cursor').focus();
    for (const key of ["ArrowRight", "ArrowUp", "Enter"]) await page.keyboard.press(key);
    await until(async () => (await cellsOf("cells")).join() !== cells.join());
    assert.match(
      (await page.locator('[data-panel="cells"] .cursor').getAttribute("aria-label")) ?? "",
      /row \d, column \d/,
    );
  });

  it("sets sliders, toggles and buttons without losing the focus", async () => {
    const slider = page.locator('input[data-control="angle"]');
    await slider.focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press("ArrowRight");
    await page.locator("output", { hasText: "1 rad" }).waitFor();
    assert.ok(await slider.evaluate((one) => document.activeElement === one));
    await page.locator('input[data-control="grid"]').uncheck();
    await page.locator('[data-panel="plane"] svg text', { hasText: "y = 0" }).waitFor({ state: "detached" });
    await page.locator('button[data-control="add"]').click();
    await says("There are 3 points.");
  });

  it("changes views, and keeps what was done", async () => {
    await page.locator('button[data-control="add"]').click();
    await page.locator('[data-value="many"]').click();
    await page.locator('[data-panel="tiles"] canvas').waitFor();
    assert.equal(await page.locator('[data-panel="plane"]').count(), 0);
    await page.locator('[data-value="marks"]').click();
    await says("There are 3 points.");
  });

  it("plays, pauses, goes by single steps and starts over", async () => {
    const value = (): Promise<number> =>
      page.locator("progress").evaluate((one: HTMLProgressElement) => one.value);
    await page.locator('[data-control="step"]').click();
    await until(async () => (await value()) === 1);
    await page.locator('[data-control="play"]').click();
    await until(async () => (await value()) > 5);
    await page.locator('[data-control="play"]').click();
    await page.locator('[data-control="restart"]').click();
    await until(async () => (await value()) === 0);
  });

  it("plays calmly where less motion is wanted", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.locator('[data-control="play"]').click();
    await page.waitForTimeout(1_000);
    const steps = await page.locator("progress").evaluate((one: HTMLProgressElement) => one.value);
    assert.ok(steps <= 2, `${steps} steps in a second`);
  });

  it("speaks both languages", async () => {
    await page.locator('button[lang="ja"]').click();
    await page.locator("h1", { hasText: "すべての図形" }).waitFor();
    await says("点は 2 個ある。");
    assert.equal(await page.locator("html").getAttribute("lang"), "ja");
  });

  it("is told to a screen reader", async () => {
    const figure = page.locator('[data-panel="plane"] svg');
    assert.equal(await figure.getAttribute("aria-label"), "Turned points. Solid: where you turn them.");
    await page.locator("[aria-live]", { hasText: "There are 2 points." }).waitFor({ state: "attached" });
  });

  it("saves itself as an SVG that needs no style sheet, and as a PNG", async () => {
    for (const format of ["svg", "png"]) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(`[data-export="${format}"]`).click(),
      ]);
      assert.equal(download.suggestedFilename(), `kit.${format}`);
      const path = join(folder, `kit.${format}`);
      await download.saveAs(path);
      const other = await browser.newPage();
      await other.goto(pathToFileURL(path).href);
      const size = await other.evaluate(() => document.documentElement.getBoundingClientRect().width);
      assert.ok(size > 400, `${format} is ${size} wide`);
      if (format === "svg")
        assert.match((await other.locator("path").first().getAttribute("stroke")) ?? "", /^(rgb|none)/);
      await other.close();
    }
  });

  it("fits a narrow page: one panel below the other", async () => {
    await page.setViewportSize({ width: 480, height: 900 });
    const lefts = await page
      .locator("figure.panel")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
    assert.equal(new Set(lefts).size, 1);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    assert.equal(wider, false);
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error("It did not come about within 20 s.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Frame, Page } from "playwright-core";
import { picturePage } from "#cli/picture/picturePage.ts";
import { stageExtension } from "#cli/build/stage.ts";
import { bundleForHost } from "../vscode/harness/hostBundle.ts";
import { cacheFolder } from "../vscode/harness/places.ts";
import { launchBrowser, startWorkbench } from "../vscode/harness/workbench.ts";
import { compared, quantile, summarise, type Benchmark, type Row } from "./benchmark.ts";
import { firstPictureMs, keysInPicture, roundTrips } from "./picturesInPage.ts";
import { root } from "./packaged.ts";

const presses = 100;

/** What is moved in each picture. */
const tried = [
  ["gaussian-mle", '[data-handle="x1"]'],
  ["elbo", "[data-handle]"],
  ["rbm-cd1", "[data-handle]"],
  ["ddpm-loss", "[data-handle]"],
  ["backprop", "[data-handle]"],
] as const;

/** From a key on a handle to the repainted picture, in a real VS Code; only when asked for, it starts one. */
export default {
  onlyByName: true,
  async measure() {
    const extension = join(cacheFolder(), "extension");
    await stageExtension(root, extension);
    const workspace = await mkdtemp(join(tmpdir(), "gradus-pictures-"));
    await mkdir(workspace, { recursive: true });
    for (const [id] of tried)
      await writeFile(
        join(workspace, `${id}.ts`),
        await readFile(join(root, "exercises", id, "solution.ts")),
      );
    try {
      return {
        title: `Pictures: a key on a handle to the repaint, ${presses} times each`,
        rows: [...(await inVsCode(extension, workspace)), await framesPerSecond()],
        notes: [
          "An empty webview posts a message, the extension host echoes it, and the next frame is painted.",
          ...(await sizes(extension)),
        ],
      };
    } finally {
      await rm(workspace, { recursive: true, force: true });
    }
  },
} satisfies Benchmark;

async function inVsCode(extension: string, workspace: string): Promise<Row[]> {
  const measured = join(import.meta.dirname, "picturesInHost.ts");
  const suite = await bundleForHost(
    "pictures",
    `import { openAll } from ${JSON.stringify(measured)};\nexport const run = () => openAll(${JSON.stringify(tried.map(([id]) => id))});`,
  );
  const workbench = await startWorkbench({ extension, workspace, suite });
  try {
    const { page } = workbench;
    await page.exposeFunction("codeAutomationLog", () => undefined);
    await page.exposeFunction("codeAutomationExit", () => undefined);
    await workbench.open();
    const floorFrame = await frameWith(page, "window.roundTrip !== undefined");
    const floor = summarise(
      "an empty webview's round trip",
      await floorFrame.evaluate<number[]>(roundTrips(presses)),
    );
    const rows: Row[] = [floor];
    for (const [id, selector] of tried) {
      const frame = await frameWith(
        page,
        `document.body?.dataset.exercise === "${id}" && (${firstPictureMs}) > 0`,
      );
      const times = await frame.evaluate<number[]>(keysInPicture(selector, presses));
      const row = compared(summarise(`${id}: key to repaint`, times), floor);
      rows.push({ ...row, target: { text: "p95 <= 50 ms", met: (row.p95 ?? Infinity) <= 50 } });
      const loadMs = await frame.evaluate<number>(firstPictureMs);
      rows.push({
        what: `${id}: page load to first picture`,
        unit: "ms",
        p50: loadMs,
        p95: null,
        target: { text: "<= 1000 ms", met: loadMs <= 1_000 },
      });
      await floorFrame.evaluate("window.nextPicture()");
    }
    return rows;
  } finally {
    await workbench.stop();
  }
}

async function frameWith(page: Page, condition: string): Promise<Frame> {
  const end = performance.now() + 120_000;
  while (performance.now() < end) {
    for (const frame of page.frames())
      if (await frame.evaluate<unknown>(condition).catch(() => false)) return frame;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No page with ${condition}.`);
}

/** The fixture with 2,000 points, 60 x 60 edges and 64 tiles of 8 x 8, all moving, painted by software. */
async function framesPerSecond(): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), "gradus-frames-"));
  const browser = await launchBrowser();
  try {
    const file = join(folder, "kit.html");
    await writeFile(file, await picturePage(join(root, "test", "fixtures", "pictures", "kit"), "en"));
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    await page.locator('[data-value="many"]').click();
    await page.locator('[data-panel="tiles"]').waitFor();
    const value = (): Promise<number> => page.evaluate<number>('document.querySelector("progress").value');
    await page.locator('[data-control="play"]').click();
    const rates: number[] = [];
    for (let second = 0; second < 8; second++) {
      const [before, from] = [await value(), performance.now()];
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      rates.push(((await value()) - before) / ((performance.now() - from) / 1_000));
    }
    const median = quantile(rates, 0.5);
    return {
      what: "frames of 2,000 points, 3,600 edges, 64 tiles",
      unit: "/s",
      p50: median,
      p95: quantile(rates, 0.05),
      target: { text: ">= 30 /s", met: median >= 30 },
    };
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function sizes(extension: string): Promise<string[]> {
  const pages = ["picture", "statement"].map(async (name) => {
    const file = join(extension, "dist", "webviews", `${name}.js`);
    const [{ size }, packed] = [await stat(file), gzipSync(await readFile(file)).length];
    return `The ${name} page's script: ${Math.round(size / 1024)} KB, ${Math.round(packed / 1024)} KB packed.`;
  });
  return Promise.all(pages);
}

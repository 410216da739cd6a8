/** `npm run screenshots`: the pictures that the last run of the walks left, made small, for the README. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { indexedPng } from "./harness/indexedPng.ts";
import { root, screenshots } from "./harness/places.ts";
import { launchBrowser } from "./harness/workbench.ts";

const chosen = {
  "walk-dark": "wrong",
  "walk-tests": "tests",
  "walk-hint-in-editor": "hint",
  "walk-light": "light",
  "walk-high-contrast": "high-contrast",
  "japanese-hint": "japanese",
  "pictures-gaussian-mle-dark": "picture",
  "class-report": "class",
};

const folder = join(root, "extension", "media", "screenshots");
await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
const page = await browser.newPage();
for (const [from, to] of Object.entries(chosen)) {
  const picture = await readFile(join(screenshots, `${from}.png`));
  const { width, height, rgba } = await page.evaluate(decode, picture.toString("base64"));
  const small = indexedPng({ width, height, rgba: Buffer.from(rgba, "base64") });
  await writeFile(join(folder, `${to}.png`), small);
  console.log(`${to}.png: ${Math.round(small.length / 1024)} KB`);
}
await browser.close();

/** In the page: a browser is the one decoder of pictures that is there. */
async function decode(picture: string): Promise<{ width: number; height: number; rgba: string }> {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context?.drawImage(image, 0, 0);
  const data = context?.getImageData(0, 0, image.width, image.height).data ?? [];
  const url = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === "string" ? reader.result : "");
    };
    reader.readAsDataURL(new Blob([Uint8Array.from(data)]));
  });
  return { width: image.width, height: image.height, rgba: url.slice(url.indexOf(",") + 1) };
}

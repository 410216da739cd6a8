import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { bundledExercises, exerciseIds } from "#catalog/folders.ts";
import { root } from "./harness/places.ts";
import { until } from "./harness/person.ts";
import { stagedExtension } from "./harness/stagedExtension.ts";
import { themes } from "./harness/themes.ts";
import { walk, type Walk } from "./harness/walk.ts";

/**
 * In every run of the tests a third of the pictures is opened, and the whole story of one is told; `npm run soak -- pictures`
 * opens all of them and tells these.
 */
const stories: Readonly<Record<string, string>> = {
  "gaussian-mle": "bessel-correction",
  elbo: "evidence-unnormalised",
  "rbm-cd1": "phases-swapped",
  "ddpm-loss": "variance-one-minus-sqrt",
  backprop: "sign",
};
const isSoak = process.env["GRADUS_PICTURES"] === "all";
const told = isSoak ? Object.keys(stories) : ["gaussian-mle"];

describe("pictures in a real VS Code", function () {
  this.timeout(60_000 + 300_000 * told.length);
  let workspace: string;
  let exercises: readonly string[];

  before(async () => {
    const all = await exerciseIds(bundledExercises());
    exercises = all.filter((id, place) => isSoak || place % 3 === 0 || told.includes(id));
    workspace = await mkdtemp(join(tmpdir(), "gradus-pictures-"));
    for (const exercise of exercises)
      await writeFile(join(workspace, `${exercise}.ts`), await sourceOf(exercise, "solution"));
  });
  after(() => rm(workspace, { recursive: true, force: true }));

  it("open beside the file and show what the student's own functions do, as it is typed", async () => {
    await walk("pictures", { extension: await stagedExtension(), workspace }, async (tour) => {
      for (const exercise of exercises) {
        await opens(tour, exercise);
        const slip = told.includes(exercise) ? stories[exercise] : undefined;
        if (slip !== undefined) await tells(tour, exercise, slip);
        await tour.person.command("View: Close All Editors");
      }
    });
  });
});

async function opens({ person, page, step }: Walk, exercise: string): Promise<void> {
  await step(`${exercise}: its picture opens beside the file`, async () => {
    await person.quickOpen(`${exercise}.ts`);
    await person.tab(`${exercise}.ts`).waitFor();
    await person.command("Gradus: Show Picture");
    await person.webview().locator("figure.panel svg path").first().waitFor({ state: "attached" });
    await openTables(person.webview());
  });
  await step(`${exercise}: what is moved changes the numbers`, async () => {
    const before = await numbersIn(person.webview());
    assert.ok(before.length > 0, "no table holds a number");
    await move(person.webview(), page);
    await until(
      "other numbers",
      () => numbersIn(person.webview()),
      (now) => differ(now, before),
    );
  });
}

async function tells({ person, step, picture }: Walk, exercise: string, slip: string): Promise<void> {
  const file = `${exercise}.ts`;
  await step(`${exercise}: a slip that is typed and saved changes them too, and is named`, async () => {
    const before = await numbersIn(person.webview());
    await person.focusEditor(file);
    await person.replaceAll(await sourceOf(exercise, `misconceptions/${slip}`));
    await person.save();
    await until(
      "other numbers",
      () => numbersIn(person.webview()),
      (now) => differ(now, before),
    );
    await person.statusBar(/\b\d{1,2} \/ 100/).waitFor(); // checked, and less than full marks
  });
  await step(`${exercise}: it follows the theme`, async () => {
    for (const [name, theme, kind] of themes.filter(([one]) => one !== "high-contrast-light")) {
      await person.theme(theme);
      await person.webview().locator(`body.${kind}`).waitFor();
      await picture(`${exercise}-${name}`);
    }
  });
  await step(`${exercise}: broken code leaves the last picture, faintly, and says why`, async () => {
    await person.focusEditor(file);
    await person.replaceAll("export function (");
    await person.webview().locator(".problems li.source").waitFor();
    await person.webview().locator("figure.panel").first().waitFor();
    await picture(`${exercise}-broken`);
    await person.replaceAll(await sourceOf(exercise, "solution"));
    await person.save();
    await person.webview().locator(".problems").waitFor({ state: "hidden" });
  });
}

function sourceOf(exercise: string, name: string): Promise<string> {
  return readFile(join(root, "exercises", exercise, `${name}.ts`), "utf8");
}

/** With the keyboard: the first handle, else the first slider; where there is neither, the picture plays, and one step is taken. */
async function move(picture: FrameLocator, page: Page): Promise<void> {
  for (const selector of ["[data-handle]", 'input[type="range"]']) {
    const movable = picture.locator(selector).first();
    if ((await movable.count()) === 0) continue;
    await movable.focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press("ArrowRight");
    return;
  }
  await picture.locator('[data-control="step"]').click();
}

async function openTables(picture: FrameLocator): Promise<void> {
  for (const summary of await picture.locator("figure summary").all()) await summary.click();
}

/** Every number in the tables below the panels, as they are written. */
async function numbersIn(picture: FrameLocator): Promise<readonly string[]> {
  return picture.locator("figure td").allTextContents();
}

function differ(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.join() !== other.join();
}

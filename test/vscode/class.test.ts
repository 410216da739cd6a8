import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { validateResults } from "#catalog/validators.js";
import type { InstructorComment } from "#contract/class.ts";
import type { Report } from "#contract/report.ts";
import { until } from "./harness/person.ts";
import { cacheFolder } from "./harness/places.ts";
import { processesOf } from "./harness/processes.ts";
import { exercise, writeSmallClass } from "./harness/smallClass.ts";
import { stagedExtension } from "./harness/stagedExtension.ts";
import { walk } from "./harness/walk.ts";

const seed = "a-secret-seed-of-the-tests-4711";
const themes = [
  ["light", "Light Modern", "vscode-light"],
  ["high-contrast", "Dark High Contrast", "vscode-high-contrast"],
  ["dark", "Dark Modern", "vscode-dark"],
] as const;

interface Results {
  readonly entries: readonly {
    readonly student: string;
    readonly grade: { readonly report: Report } | null;
  }[];
  readonly comments: readonly InstructorComment[];
}

describe("an instructor's class in a real VS Code", function () {
  this.timeout(300_000);
  let workspace: string;

  before(async () => {
    workspace = await mkdtemp(join(tmpdir(), "gradus-class-"));
    await writeSmallClass(workspace);
  });
  after(() => rm(workspace, { recursive: true, force: true }));

  it("is graded, stopped and gone on with, read, looked into and commented on", async () => {
    const extension = await stagedExtension();
    await walk("class", { extension, workspace }, async ({ person, page, workbench, step, picture }) => {
      const results = join(workbench.workspace, "results");
      const read = (name: string): string => readFileSync(join(results, name), "utf8");
      const notice = page.locator(".notifications-center .notification-list-item");

      await step("the command asks what students handed in", async () => {
        await person.openView("Gradus");
        await person.command("Gradus: Grade Submissions");
        await person.pick("What students handed in", "submissions");
        await person.offered("Start grading").waitFor();
        await picture("form");
      });
      await step("roster and seed are chosen", async () => {
        await person.pick("Start, or change a row", "Roster");
        await person.pick("The class list", "class.csv");
        await person.pick("Start, or change a row", "Roster");
        await page.locator('.quick-input-widget input[placeholder^="The class list"]').waitFor();
        await page.keyboard.press("Escape"); // nothing is chosen, and nothing changes
        await person.offered("Roster").filter({ hasText: "class.csv" }).waitFor();
        await person.pick("Start, or change a row", "Secret seed");
        await person.pick("It draws the hidden cases", "Type it");
        await person.answer("The secret seed", seed);
        await person.offered("Secret seed").filter({ hasText: "typed" }).waitFor();
      });
      await step("grading shows how far it is, and tells the seed to nobody", async () => {
        await person.pick("Start, or change a row", "Start grading");
        await person.command("Notifications: Show Notifications");
        await notice.filter({ hasText: /[1-9] of 10 graded/ }).waitFor();
        await picture("grading");
        assert.deepEqual(processesOf(seed), []);
        assert.notDeepEqual(processesOf(`--out ${results}`), []);
      });
      await step("it is cancelled, and nothing of it runs on", async () => {
        await notice.filter({ hasText: "of 10 graded" }).getByText("Cancel").click();
        await notice.first().waitFor({ state: "detached" }); // the list closes with the last one that it shows
        await person.command("Notifications: Show Notifications");
        await notice.filter({ hasText: "goes on where this one left off" }).waitFor();
        assert.deepEqual(processesOf(`--out ${results}`), []);
        assert.ok(!existsSync(join(results, "results.json")));
      });
      await step("the same command goes on and ends with the report", async () => {
        await page.keyboard.press("Escape");
        await person.command("Gradus: Grade Submissions");
        await person.pick("Start, or change a row", "Start grading");
        await person.webview().locator("h2", { hasText: "Misconceptions" }).waitFor({ timeout: 120_000 });
        const data: unknown = JSON.parse(read("results.json"));
        assert.ok(validateResults(data), JSON.stringify(validateResults.errors));
        const { entries } = data as Results;
        assert.equal(entries.filter(({ grade }) => grade?.report.sandbox.mode === "jail").length, 10);
      });
      const report = person.webview();
      await step("a bar and a cell say who is behind them", async () => {
        await report
          .locator(".bars")
          .getByRole("button", { name: /90 to 100 %/ })
          .click();
        await report.locator(".who").getByRole("button", { name: "Emmy Noether" }).waitFor();
        await report.getByRole("button", { name: "2 students, sigma2Hat, failed" }).press("Enter");
        await report.locator(".who").first().getByRole("button", { name: "Rashid Khan" }).waitFor();
        await picture("report");
      });
      await step("misconceptions are ranked; what failed and what is alike is named", async () => {
        const first = report.locator("#misconceptions tbody tr").first();
        await first.filter({ hasText: "bessel-correction" }).waitFor();
        await report.locator("#runs").getByRole("button", { name: "Sofia Kowalewska" }).first().waitFor();
        await report.locator("#similar").getByRole("button", { name: "Rashid Khan" }).first().waitFor();
        await report.locator("#students").getByRole("searchbox").fill("noether");
        await until(
          "one student",
          () => report.locator("#students tbody tr").count(),
          (count) => count === 1,
        );
      });
      await step("the page follows the theme", async () => {
        await report.getByRole("link", { name: "Exercises" }).click();
        for (const [name, theme, kind] of themes) {
          await person.theme(theme);
          await report.locator(`body.${kind}`).waitFor();
          await picture(name);
        }
      });
      await step("a name leads to the student's file, with what was found at its function", async () => {
        await report.locator(".who").first().getByRole("button", { name: "Ada Lovelace" }).click();
        await person.tab(`${exercise}.ts`).waitFor();
        await person.squiggles("error").first().waitFor({ state: "attached" });
        await person.command("View: Toggle Problems");
        await person.problem("sigma2Hat").first().waitFor();
        await person.command("View: Toggle Problems");
      });
      await step("the file can be read only, and nobody runs it", async () => {
        await person.focusEditor(`${exercise}.ts`);
        await page.keyboard.insertText("x");
        await page.keyboard.press("Escape");
        assert.equal(await page.locator(".tab.dirty").count(), 0);
        assert.ok(!existsSync(join(workbench.workspace, ".gradus")), "no check of it was noted");
      });
      const feedback = (): Promise<string> => readFile(join(results, "feedback", "s01.html"), "utf8");
      await step("a comment at the function goes to comments.json and the feedback page", async () => {
        await person.comment("Divide by n here: maximum likelihood is biased.");
        await until("the feedback page", feedback, (text) => text.includes("maximum likelihood is biased"));
        await page.locator(".review-widget", { hasText: "sigma2Hat" }).waitFor();
        await picture("comment");
        const kept = JSON.parse(
          readFileSync(join(workbench.workspace, "comments.json"), "utf8"),
        ) as readonly InstructorComment[];
        const [one] = kept;
        assert.deepEqual([one?.student, one?.exercise, one?.function], ["s01", exercise, "sigma2Hat"]);
        const told = (): Promise<unknown> => Promise.resolve((JSON.parse(read("results.json")) as Results).comments); // prettier-ignore
        await until("the comment in the results", told, (comments) => isDeepStrictEqual(comments, kept));
      });
      await step("a comment can be taken back", async () => {
        await page.locator(".review-widget").getByRole("button", { name: "Delete Comment" }).click();
        const comments = (): Promise<string> => readFile(join(workbench.workspace, "comments.json"), "utf8");
        await until("no comment", comments, (text) => text.trim() === "[]");
        // the comments first, so that nothing said is lost, then the pages
        await until("a feedback page without it", feedback, (text) => !text.includes("is biased"));
      });
      await step("a class graded before is opened by its results", async () => {
        await person.command("View: Close All Editors");
        await person.command("Gradus: Open Class Report");
        await person.pick("The results of which class", "results");
        await person.webview().locator("h2", { hasText: "Misconceptions" }).waitFor();
      });
      await step(
        "where submissions are is asked anew only where they are not, and by the answer it goes on",
        async () => {
          const submissions = join(workbench.workspace, "submissions");
          await rename(submissions, join(workbench.workspace, "moved"));
          const name = person.webview().locator("#students").getByRole("button", { name: "Ada Lovelace" });
          const asked = notice.filter({ hasText: "There is no folder or archive" });
          const isAsked = async (): Promise<void> => {
            await name.click();
            await person.webview().getByText("There is no folder or archive").waitFor();
            await person.command("Notifications: Show Notifications");
            await asked.waitFor();
          };
          await isAsked();
          await rename(join(workbench.workspace, "moved"), submissions);
          await name.click(); // the place is remembered still
          await person.tab(`${exercise}.ts`).waitFor();
          await person.command("View: Close Editor");
          await rename(submissions, join(workbench.workspace, "moved"));
          await isAsked();
          await asked.getByRole("button", { name: "Choose Submissions" }).click();
          await person.pick("What students handed in", "moved");
          await person.tab(`${exercise}.ts`).waitFor();
        },
      );
      await step("no file but the gradebook's holds the seed", () => {
        const data = join(workbench.workspace, "..");
        const holding = filesUnder(data).filter((path) => readFileSync(path, "latin1").includes(seed));
        assert.deepEqual(
          holding.filter((path) => !path.startsWith(join(workbench.workspace, "gradebook"))),
          [],
        );
        return Promise.resolve();
      });
    });
  });

  it("is not graded where no jail works, unless the instructor says so", async () => {
    const extension = join(cacheFolder(), "without-jail");
    await cp(await stagedExtension(), extension, { recursive: true });
    for (const name of readdirSync(join(extension, "dist")).filter((one) => one.endsWith(".bpf")))
      await rm(join(extension, "dist", name));
    const small = join(workspace, "small");
    await writeSmallClass(small, ["s01", "s03"]);
    const strays = ["nobody", "somebody else"].map((student) => ({ student, exercise, text: "Hello" }));
    await writeFile(join(small, "comments.json"), JSON.stringify(strays));
    await walk(
      "no-jail",
      { extension, workspace: small },
      async ({ person, page, workbench, step, picture }) => {
        const results = join(workbench.workspace, "results", "results.json");
        const dialog = page.locator(".monaco-dialog-box");
        const start = async (): Promise<void> => {
          await person.openView("Gradus");
          await person.command("Gradus: Grade Submissions");
        };
        await step("a sentence says that no jail works, and a no is a no", async () => {
          await start();
          await person.pick("What students handed in", "submissions");
          await person.pick("Start, or change a row", "Start grading");
          await dialog.filter({ hasText: "No jail works on this machine" }).waitFor();
          await picture("asked");
          await dialog.getByRole("button", { name: "Cancel" }).click();
          await dialog.waitFor({ state: "detached" });
          assert.ok(!existsSync(results));
        });
        await step("a yes grades with the process sandbox, and the reports say so", async () => {
          await start();
          await person.pick("Start, or change a row", "Start grading");
          await dialog.getByRole("button", { name: "Grade Without a Jail" }).click();
          await person.webview().locator("h2", { hasText: "Misconceptions" }).waitFor({ timeout: 120_000 });
          const { entries } = JSON.parse(readFileSync(results, "utf8")) as Results;
          assert.ok(entries.every(({ grade }) => grade?.report.sandbox.mode === "process"));
        });
        await step("comments that reach nobody are told, all of them at once", async () => {
          await person.command("Notifications: Show Notifications");
          const notice = page.locator(".notifications-center .notification-list-item", {
            hasText: "Comments that reach nobody",
          });
          await notice.filter({ hasText: `nobody, ${exercise}; somebody else, ${exercise}.` }).waitFor();
          assert.equal(await notice.count(), 1);
        });
      },
    );
  });
});

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

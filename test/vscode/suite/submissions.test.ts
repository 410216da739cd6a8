import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { comments, languages, commands, Range, Uri, workspace } from "vscode";
import { gradusCommand } from "#extension/engine.ts";
import { submissionScheme } from "#extension/course/exerciseFile.ts";
import { gradeClass, type ClassRun } from "#serve/client/classProcess.ts";
import { closeAll, services, until, wrong } from "./support.ts";

const exercise = "gaussian-mle";

describe("what a student handed in", () => {
  const home = mkdtempSync(join(tmpdir(), "gradus-suite-class-"));
  const submissions = join(home, "submissions");
  const folder = join(home, "results");

  before(async () => {
    mkdirSync(join(submissions, "ada"), { recursive: true });
    writeFileSync(join(submissions, "ada", `${exercise}.ts`), wrong);
    const { context } = await services();
    const run: ClassRun = {
      ...{ command: gradusCommand(context), submissions, out: folder, gradebook: join(home, "gradebook") },
      ...{ comments: join(home, "comments.json"), roster: null, course: null, personalise: null },
      ...{ seed: null, sandbox: "process" as const, backend: "wasm" },
    };
    await gradeClass(run, { onEvent: () => undefined }, new AbortController().signal);
  });
  after(async () => {
    await closeAll();
    rmSync(home, { recursive: true, force: true });
  });

  it("has its marks and takes comments where VS Code opened it by itself, and not the report", async () => {
    const place = { folder, submissions, student: "ada", exercise };
    const query = JSON.stringify(place);
    const uri = Uri.from({ scheme: submissionScheme, path: `/ada ${exercise}.ts`, query });
    const document = await workspace.openTextDocument(uri);
    assert.equal(document.getText(), wrong);
    const marks = await until("its marks", () => {
      const found = languages.getDiagnostics(uri);
      return found.length > 0 && found;
    });
    assert.match(marks.map(({ message }) => message).join("\n"), /median/);

    const controller = comments.createCommentController("test", "Test");
    const thread = controller.createCommentThread(uri, new Range(0, 0, 0, 0), []);
    await commands.executeCommand("gradus.saveComment", { thread, text: "Not the median." });
    controller.dispose();
    assert.match(readFileSync(join(home, "comments.json"), "utf8"), /Not the median\./);
  }).timeout(30_000);
}).timeout(60_000);

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  commands,
  DiagnosticSeverity,
  MarkdownString,
  Uri,
  type CodeAction,
  type CodeLens,
  type Hover,
} from "vscode";
import {
  closeAll,
  folder,
  openFile,
  ours,
  replaceText,
  right,
  save,
  services,
  until,
  wrong,
} from "./support.ts";

describe("checking", () => {
  afterEach(closeAll);

  it("finds what is wrong on save, the root cause first, and clears it when the text changes", async () => {
    const document = await openFile("gaussian-mle.ts", wrong);
    await save(document);
    const found = await until("diagnostics", () => (ours(document).length > 0 ? ours(document) : undefined));
    const cause = found.find((one) => one.severity === DiagnosticSeverity.Error);
    assert.equal(document.getText(cause?.range), "x.toSorted((a, b) => a - b)");
    assert.match(cause?.message ?? "", /^muHat: .*median/);
    assert.equal(cause?.code, "exercise.misconception.median-for-mean");
    const follows = found.filter((one) => one.severity === DiagnosticSeverity.Information);
    assert.ok(follows.length > 0);
    for (const one of follows)
      assert.match(one.relatedInformation?.[0]?.message ?? "", /muHat: this one first/);
    await replaceText(document, `${document.getText()} `);
    await until("stale diagnostics go", () => ours(document).length === 0);
  });

  it("says nothing about a right file but its points", async () => {
    const document = await openFile("gaussian-mle.ts", right);
    await save(document);
    const { checker } = await services();
    const checked = await until("a result", () => checker.freshOf(document.uri));
    assert.equal(checked.result.report.score, 100);
    assert.deepEqual(ours(document), []);
  });

  it("places a syntax error", async () => {
    const document = await openFile("gaussian-mle.ts", right.replace("mu: number, s2", "mu number, s2"));
    await save(document);
    const [first] = await until("a diagnostic", () =>
      ours(document).length > 0 ? ours(document) : undefined,
    );
    assert.equal(first?.code, "submission.syntax");
    assert.equal(first.range.start.line, 1);
  });

  it("ends an endless loop and checks on", async () => {
    const document = await openFile("gaussian-mle.ts", right.replace("return mean(x);", "for (;;);"));
    await save(document);
    const found = await until(
      "a diagnostic",
      () => (ours(document).length > 0 ? ours(document) : undefined),
      50_000,
    );
    assert.ok(found.some((one) => one.code === "timeout"));
    await replaceText(document, right);
    await document.save();
    const { checker } = await services();
    const checked = await until("a result", () => checker.freshOf(document.uri));
    assert.equal(checked.result.report.score, 100);
  }).timeout(60_000);

  it("takes a file whose first line names the exercise", async () => {
    const document = await openFile("mine.ts", `// gradus: gaussian-mle\n${right}`);
    await save(document);
    const { checker } = await services();
    const checked = await until("a result", () => checker.freshOf(document.uri));
    assert.equal(checked.exercise, "gaussian-mle");
  });

  it("leaves other files alone", async () => {
    const document = await openFile("notes.ts", "export const x: number = 1;\n");
    await save(document);
    const lenses = await commands.executeCommand<CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
      10,
    );
    assert.deepEqual(
      lenses.filter((one) => one.command?.command.startsWith("gradus.")),
      [],
    );
  });

  it("keeps the progress in a file that people can read", async () => {
    const document = await openFile("gaussian-mle.ts", wrong);
    await save(document);
    const path = Uri.joinPath(folder(), ".gradus", "progress.json").fsPath;
    await until("the progress file", () => {
      const text = readText(path);
      return text?.includes('"follow-through"') && /"file": "work-\d+\/gaussian-mle.ts"/.test(text);
    });
  });
});

describe("beside the code", () => {
  after(closeAll);

  it("has points, Check, Hint, Picture and Debug above each graded function", async () => {
    const document = await openFile("gaussian-mle.ts", wrong);
    await save(document);
    await until("diagnostics", () => ours(document).length > 0);
    const lenses = await commands.executeCommand<CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
      40,
    );
    const line = document
      .getText()
      .split("\n")
      .findIndex((text) => text.includes("function muHat"));
    const titles = lenses
      .filter((one) => one.range.start.line === line)
      .map((one) => one.command?.title ?? "");
    assert.match(
      titles.join(" | "),
      /of 20 points \| \$\(play\)\sCheck \| .*Hint 1 of 3 \| .*Picture \| .*Debug/,
    );
  });

  it("tells a function's contract and standing in a hover", async () => {
    const document = await openFile("gaussian-mle.ts", wrong);
    await save(document);
    await until("diagnostics", () => ours(document).length > 0);
    const at = document.positionAt(document.getText().indexOf("muHat(x: number[])") + 2);
    const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, at);
    const contents = hovers.flatMap((one) => one.contents).filter((one) => one instanceof MarkdownString);
    const text = contents.map((one) => one.value).join("\n");
    assert.match(text, /muHat\(x: number\[n\]\): number/);
    assert.match(text, /maximum\\?-likelihood estimate/);
    assert.match(text, /of 20 points.*median/);
    assert.match(
      text,
      /the smallest input found that shows it:\n {2}x = \[[^\]]{3,9}\]\nexpected \S+, got \S+/,
    );
  });

  it("squiggles the function's name where nothing tells which expression it was", async () => {
    const document = await openFile("gaussian-mle.ts", right.replace("return mean(x);", "return x[0]!;"));
    await save(document);
    const cause = await until("the cause", () =>
      ours(document).find((one) => one.severity === DiagnosticSeverity.Error),
    );
    assert.equal(document.getText(cause.range), "muHat");
  });

  it("offers hint, debugging, statement and reset for what is wrong", async () => {
    const document = await openFile("gaussian-mle.ts", wrong);
    await save(document);
    const cause = await until("the cause", () =>
      ours(document).find((one) => one.severity === DiagnosticSeverity.Error),
    );
    const actions = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      cause.range,
    );
    const names = actions.map((one) => one.command?.command).filter((one) => one?.startsWith("gradus."));
    assert.deepEqual(names, [
      "gradus.nextHint",
      "gradus.debugFailingCase",
      "gradus.showStatement",
      "gradus.resetToStarter",
    ]);
  });
});

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

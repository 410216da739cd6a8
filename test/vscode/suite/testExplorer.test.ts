import assert from "node:assert/strict";
import {
  CancellationTokenSource,
  TestRunRequest,
  tests,
  type TestController,
  type TestItem,
  type TestMessage,
  type TestRun,
} from "vscode";
import { TestItems } from "#extension/testing/testItems.ts";
import { chosenItems, runExercise } from "#extension/testing/testRun.ts";
import { closeAll, openFile, right, services, until, wrong } from "./support.ts";

type Verdict = "passed" | "failed" | "errored" | "skipped";

/** A run that notes what it is told, in place of the one that draws it. */
function noting() {
  const verdicts = new Map<string, { readonly verdict: Verdict; readonly message?: TestMessage }>();
  const output: string[] = [];
  const note =
    (verdict: Verdict) =>
    (item: TestItem, message?: TestMessage): void => {
      verdicts.set(`${item.parent?.label ?? ""}/${item.label}`, { verdict, ...(message && { message }) });
    };
  const run = {
    started: () => undefined,
    passed: note("passed"),
    failed: note("failed"),
    errored: note("errored"),
    skipped: note("skipped"),
    appendOutput: (text: string) => output.push(text),
  };
  return { run: run as unknown as TestRun, verdicts, output };
}

describe("the Test Explorer", () => {
  let controller: TestController;
  before(() => {
    controller = tests.createTestController("gradus.suite", "suite");
  });
  after(async () => {
    controller.dispose();
    await closeAll();
  });

  async function itemOf(source: string): Promise<{ items: TestItems; item: TestItem }> {
    const document = await openFile("gaussian-mle.ts", source);
    const items = new TestItems(controller, await services());
    await items.refresh();
    const [item] = items.itemsOf(document.uri);
    assert.ok(item);
    return { items, item };
  }

  it("mirrors track, exercise, function and case, each function at its place", async () => {
    const { items, item } = await itemOf(right);
    assert.match(item.parent?.label ?? "", /^2\. /);
    await items.resolve(item);
    const functions = [...item.children].map(([, one]) => one);
    assert.deepEqual(
      functions.map((one) => one.label),
      ["negLogLikelihood", "dMu", "dSigma2", "muHat", "sigma2Hat"],
    );
    for (const one of functions) {
      assert.ok(one.range, one.label);
      assert.ok(one.children.size > 3, one.label);
    }
  });

  it("tells expected and own result of a wrong case, and passes the right ones", async () => {
    const { items, item } = await itemOf(wrong);
    const { run, verdicts, output } = noting();
    await runExercise(
      item,
      "all",
      { run, items, services: await services() },
      new CancellationTokenSource().token,
    );
    const failed = [...verdicts].filter(
      ([name, one]) => name.startsWith("muHat/") && one.verdict === "failed",
    );
    assert.ok(failed.length > 0);
    const message = failed[0]?.[1].message;
    assert.ok(typeof message?.message === "string");
    assert.match(message.message, /median[^]*x = \[/);
    assert.match(message.expectedOutput ?? "", /^-?[\d.e-]+$/);
    assert.notEqual(message.expectedOutput, message.actualOutput);
    assert.ok(message.location);
    const others = [...verdicts].filter(([name]) => name.startsWith("dMu/"));
    assert.ok(others.length > 0 && others.every(([, one]) => one.verdict === "passed"));
    assert.match(output.join(""), /muHat: \d+ \/ 20 {2}you returned the median/);
    assert.match(output.join(""), /the smallest input found that shows it:\r\n {2}x = \[/);
  });

  it("tells of what was asked for only", async () => {
    const { items, item } = await itemOf(wrong);
    await items.resolve(item);
    const muHat = [...item.children].map(([, one]) => one).find((one) => one.label === "muHat");
    assert.ok(muHat);
    const chosen = chosenItems(new TestRunRequest([muHat]), items);
    assert.deepEqual([...chosen.keys()], [item]);
    const { run, verdicts } = noting();
    const token = new CancellationTokenSource().token;
    await runExercise(item, chosen.get(item) ?? "all", { run, items, services: await services() }, token);
    assert.deepEqual(new Set([...verdicts.keys()].map((name) => name.split("/")[0])), new Set(["muHat"]));
  });

  it("is cancelled in the middle of an endless loop", async () => {
    const { items, item } = await itemOf(right.replace("return mean(x);", "for (;;);"));
    const { run, verdicts } = noting();
    const source = new CancellationTokenSource();
    const all = await services();
    const running = runExercise(item, "all", { run, items, services: all }, source.token);
    await until("the check runs", () => item.uri && all.checker.isRunning(item.uri));
    source.cancel();
    await running;
    const told = [...verdicts.values()].map(({ verdict, message }) =>
      message === undefined ? verdict : `${verdict}: ${JSON.stringify(message.message)}`,
    );
    assert.deepEqual(new Set(told), new Set(["skipped"]));
  });
});

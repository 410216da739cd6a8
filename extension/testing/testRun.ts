import {
  Location,
  TestMessage,
  workspace,
  type CancellationToken,
  type TestItem,
  type TestRun,
  type TestRunRequest,
  type Uri,
} from "vscode";
import type { FunctionReport } from "#contract/report.ts";
import { codeOf } from "#serve/client/connect.ts";
import type { CheckResult, Example } from "#serve/client/protocol.ts";
import type { Services } from "../services.ts";
import type { TestItems } from "./testItems.ts";

interface Running {
  readonly run: TestRun;
  readonly items: TestItems;
  readonly services: Services;
}

/** The exercise items that a request is about, each with the items beneath it that were asked for. */
export function chosenItems(
  request: TestRunRequest,
  items: TestItems,
): ReadonlyMap<TestItem, ReadonlySet<TestItem> | "all"> {
  const chosen = new Map<TestItem, Set<TestItem> | "all">();
  const excluded = new Set(request.exclude);
  for (const item of request.include ?? items.exerciseItems()) {
    const kind = items.subjectOf(item).kind;
    const exercises =
      kind === "track" ? [...item.children].map(([, child]) => child) : [exerciseAbove(item, items)];
    for (const exercise of exercises) {
      if (excluded.has(exercise)) continue;
      const before = chosen.get(exercise);
      if (kind === "track" || kind === "exercise" || before === "all") chosen.set(exercise, "all");
      else chosen.set(exercise, new Set([...(before ?? []), item]));
    }
  }
  return chosen;
}

function exerciseAbove(item: TestItem, items: TestItems): TestItem {
  let above = item;
  while (items.subjectOf(above).kind !== "exercise" && above.parent !== undefined) above = above.parent;
  return above;
}

/** Checks one file and tells the run of every item that was asked for. */
export async function runExercise(
  item: TestItem,
  wanted: ReadonlySet<TestItem> | "all",
  running: Running,
  token: CancellationToken,
): Promise<void> {
  const { run, items, services } = running;
  const uri = item.uri as Uri;
  await items.resolve(item);
  const asked = leavesOf(item).filter((leaf) => wanted === "all" || isUnder(leaf, wanted));
  for (const leaf of asked) run.started(leaf);
  const controller = new AbortController();
  const subscription = token.onCancellationRequested(() => {
    controller.abort();
  });
  try {
    const document = await workspace.openTextDocument(uri);
    const result = await services.checker.check(document, { examples: true, signal: controller.signal });
    await items.place(uri);
    if (result === undefined) for (const leaf of asked) run.skipped(leaf);
    else tell(item, new Set(asked), result, running);
  } catch (error) {
    const superseded = codeOf(error) === "cancelled";
    const text = error instanceof Error ? error.message : String(error);
    for (const leaf of asked) {
      if (superseded) run.skipped(leaf);
      else run.errored(leaf, new TestMessage(text));
    }
  } finally {
    subscription.dispose();
  }
}

/** Cases, and functions that have none. */
function leavesOf(item: TestItem): readonly TestItem[] {
  const children = [...item.children].map(([, child]) => child);
  return children.length === 0 ? [item] : children.flatMap(leavesOf);
}

function isUnder(item: TestItem, wanted: ReadonlySet<TestItem>): boolean {
  for (let above: TestItem | undefined = item; above !== undefined; above = above.parent)
    if (wanted.has(above)) return true;
  return false;
}

/** Verdicts of the report, function by function; what a function says goes to the first of its wrong cases. */
export function tell(
  item: TestItem,
  asked: ReadonlySet<TestItem>,
  result: CheckResult,
  running: Running,
): void {
  const { run, services } = running;
  for (const [, child] of item.children) {
    const report = result.report.functions.find((one) => one.name === child.label);
    if (report === undefined) continue;
    const says = result.sentences[report.name]?.says[services.language] ?? "";
    const example = result.counterexamples?.[report.name]?.[services.language] ?? "";
    const lines = [`${report.name}: ${report.points} / ${report.maxPoints}  ${says}`, ...example.split("\n")];
    run.appendOutput(lines.map((line) => `${line}\r\n`).join(""), undefined, child);
    const cases = [...child.children].map(([, one]) => one).filter((one) => asked.has(one));
    if (cases.length === 0 && asked.has(child)) tellWhole(child, report, says, run);
    for (const one of cases) tellCase(one, report, { says, result, run });
    const broken = report.status !== "passed" && report.status !== "not-attempted";
    // every case is right and yet something else is not: an invariant, a changed argument
    if (broken && cases.length > 0 && report.cases.every((one) => one.status === "passed"))
      run.failed(child, messageAt(says, child));
  }
}

function tellWhole(item: TestItem, report: FunctionReport, says: string, run: TestRun): void {
  if (report.status === "passed") run.passed(item);
  else if (report.status === "not-attempted") run.skipped(item);
  else run.failed(item, messageAt(says, item));
}

function tellCase(
  item: TestItem,
  report: FunctionReport,
  { says, result, run }: { readonly says: string; readonly result: CheckResult; readonly run: TestRun },
): void {
  const found = report.cases.find((one) => one.id === item.label);
  if (report.status === "not-attempted") run.skipped(item);
  else if (found?.status === "passed") run.passed(item);
  else if (found?.status === "failed") {
    const example = result.examples.find((one) => one.function === report.name && one.case === item.label);
    run.failed(item, example === undefined ? messageAt(says, item) : diffOf(example, says, item));
  } else if (found?.status === "not-run") run.skipped(item);
  else run.errored(item, messageAt(says, item));
}

function diffOf(example: Example, says: string, item: TestItem): TestMessage {
  const message = TestMessage.diff(`${says}\n\n${example.inputs}`, example.expected, example.got);
  return located(message, item);
}

function messageAt(says: string, item: TestItem): TestMessage {
  return located(new TestMessage(says), item);
}

function located(message: TestMessage, item: TestItem): TestMessage {
  if (item.uri !== undefined && item.range !== undefined)
    message.location = new Location(item.uri, item.range);
  return message;
}

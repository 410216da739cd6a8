/** Runs inside VS Code's extension host: see editor.bench.ts. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import {
  commands,
  Diagnostic,
  languages,
  Range,
  Uri,
  version,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
} from "vscode";
import { right, services, until, wrong } from "../vscode/suite/support.ts";

export interface SaveTimes {
  readonly vscode: string;
  readonly floor: readonly number[];
  readonly wrong: readonly number[];
  readonly right: readonly number[];
}

const warmUps = 10;

export async function measureSaves(saves: number): Promise<void> {
  const { checker } = await services();
  const floor = await openFloor();
  const [wrongFile, rightFile] = [
    await open("wrong/gaussian-mle.ts", wrong),
    await open("right/gaussian-mle.ts", right),
  ];
  const times = { floor: [] as number[], wrong: [] as number[], right: [] as number[] };
  for (let round = -warmUps; round < saves; round++) {
    if (round === 0) times.floor.length = times.wrong.length = times.right.length = 0;
    times.floor.push(await timed(floor.document, () => saidBy("floor", floor.document)));
    times.wrong.push(await timed(wrongFile, () => saidBy("gradus", wrongFile)));
    times.right.push(await timed(rightFile, () => checker.freshOf(rightFile.uri) !== undefined));
  }
  floor.close();
  const results: SaveTimes = { vscode: version, ...times };
  writeFileSync(process.env["GRADUS_TEST_RESULTS"] ?? "saves.json", JSON.stringify(results));
  await commands.executeCommand("workbench.action.closeAllEditors");
}

/** Types a comment, which clears what was said, and saves: the time from the save until something is said again. */
async function timed(document: TextDocument, isSaid: () => boolean): Promise<number> {
  await window.showTextDocument(document);
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().length), "// typed\n");
  await workspace.applyEdit(edit);
  await until("what was said is cleared", () => !isSaid());
  const said = new Promise<number>((resolve) => {
    const look = (): void => {
      if (!isSaid()) return;
      resolve(performance.now());
      for (const one of subscriptions) one.dispose();
    };
    const subscriptions = [languages.onDidChangeDiagnostics(look), checkerChanged(look)];
  });
  const started = performance.now();
  await document.save();
  return (await said) - started;
}

let onChecked: ((look: () => void) => { dispose(): void }) | undefined;

function checkerChanged(look: () => void): { dispose(): void } {
  return onChecked?.(look) ?? { dispose: () => undefined };
}

function saidBy(source: string, document: TextDocument): boolean {
  return languages.getDiagnostics(document.uri).some((one) => one.source === source);
}

async function open(name: string, text: string): Promise<TextDocument> {
  const { checker } = await services();
  onChecked ??= (look) => checker.onDidChange(look);
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("The benchmark needs a folder.");
  const uri = Uri.joinPath(folder.uri, name);
  mkdirSync(dirname(uri.fsPath), { recursive: true });
  writeFileSync(uri.fsPath, text);
  return workspace.openTextDocument(uri);
}

/** The least that any extension with a helper process does: on save ask a child that only echoes, and say what it said. */
async function openFloor(): Promise<{ readonly document: TextDocument; readonly close: () => void }> {
  const document = await open("floor.txt", "nothing\n");
  const child = spawn(process.execPath, ["-e", "process.stdin.pipe(process.stdout)"], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const collection = languages.createDiagnosticCollection("floor");
  const ask = async (saved: TextDocument): Promise<void> => {
    if (saved !== document) return;
    child.stdin.write("check\n");
    await once(child.stdout, "data");
    const diagnostic = new Diagnostic(new Range(0, 0, 0, 7), "an answer");
    diagnostic.source = "floor";
    collection.set(document.uri, [diagnostic]);
  };
  const subscriptions = [
    collection,
    workspace.onDidChangeTextDocument((change) => {
      if (change.document === document) collection.clear();
    }),
    workspace.onDidSaveTextDocument((saved) => void ask(saved)),
  ];
  const close = (): void => {
    child.kill();
    for (const one of subscriptions) one.dispose();
  };
  return { document, close };
}

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  commands,
  extensions,
  languages,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type Diagnostic,
  type TextDocument,
} from "vscode";
import type { Services } from "#extension/services.ts";

export const folder = (): Uri => {
  const [first] = workspace.workspaceFolders ?? [];
  assert.ok(first, "the suite needs a folder");
  return first.uri;
};

/** The extension's own parts, as `activate` returned them: real ones, none is replaced. */
export async function services(): Promise<Services> {
  const extension = extensions.getExtension<Services>("gradus.gradus");
  assert.ok(extension, "the extension is not installed");
  return extension.activate();
}

/** A file of the exercises that the extension carries. */
export async function shipped(exercise: string, name: string): Promise<string> {
  const { context } = await services();
  return readFileSync(join(context.extensionPath, "dist", "exercises", exercise, name), "utf8");
}

let opened = 0;

/** A new file in a folder of its own, open in an editor: no test meets another one's text. */
export async function openFile(name: string, source: string): Promise<TextDocument> {
  const uri = Uri.joinPath(folder(), `work-${++opened}`, name);
  mkdirSync(join(uri.fsPath, ".."), { recursive: true });
  writeFileSync(uri.fsPath, source);
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}

export async function replaceText(document: TextDocument, source: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), source);
  assert.ok(await workspace.applyEdit(edit));
}

/** Types something that changes nothing, and saves: what a student does. */
export async function save(document: TextDocument): Promise<void> {
  await replaceText(document, `${document.getText()}\n`);
  // a busy VS Code may give a save up, and says so
  await until("the save", async () => document.save());
}

export function ours(document: TextDocument): readonly Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter((one) => one.source === "gradus");
}

/** Waits for what must come. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  limitMs = 10_000,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) assert.fail(`${what}: not within ${limitMs} ms`);
    await sleep(10);
  }
}

export async function closeAll(): Promise<void> {
  await workspace.saveAll();
  await commands.executeCommand("workbench.action.closeAllEditors");
}

/** A right solution of gaussian-mle, so that the suite does not need the checkout. */
export const right = `
export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  const squares = x.map((value) => (value - mu) ** 2);
  return mean(squares) / (2 * s2) + Math.log(2 * Math.PI * s2) / 2;
}
export function dMu(x: number[], mu: number, s2: number): number {
  return (mu - mean(x)) / s2;
}
export function dSigma2(x: number[], mu: number, s2: number): number {
  return 1 / (2 * s2) - mean(x.map((value) => (value - mu) ** 2)) / (2 * s2 * s2);
}
export function muHat(x: number[]): number {
  return mean(x);
}
export function sigma2Hat(x: number[]): number {
  const mu = muHat(x);
  return mean(x.map((value) => (value - mu) ** 2));
}
function mean(x: number[]): number {
  return x.reduce((sum, value) => sum + value, 0) / x.length;
}
`;
/** The median in place of the mean: one root cause, and lines that follow from it. */
export const wrong = right.replace(
  "  return mean(x);",
  "  return x.toSorted((a, b) => a - b)[x.length >> 1]!;",
);

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import type { Language } from "#contract/messages.ts";
import type { Submission } from "#contract/sandbox.ts";
import { cleanEnvironment, prlimit } from "./command.ts";

export interface SyntaxError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Where a source does not parse, in the words (of TypeScript's own translation) and at the places that an editor shows: the pinned TypeScript's first five
 * diagnostics. V8 and sucrase already said that it does not; loading TypeScript takes a tenth of a second, so ask only then.
 * The source is hostile, so the parser runs in a process of its own, for five seconds of CPU time at most: what is said must
 * not depend on how busy the machine is. Empty if that came to nothing.
 */
export async function placeSyntaxError(
  { source }: Submission,
  language: Language = "en",
): Promise<readonly SyntaxError[]> {
  const typescript = findTypescript();
  if (typescript === undefined) return [];
  const output = await parseElsewhere(source, [typescript, language]);
  try {
    return (JSON.parse(output) as SyntaxError[]).slice(0, 5);
  } catch {
    return [];
  }
}

const cpuSeconds = 5;
/** Where the system keeps no account of CPU time, and for a process that never gets any. */
const wallMs = 120_000;

/** An editor's package leaves TypeScript out: an editor has its own and shows what it says. */
function findTypescript(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve("typescript");
  } catch {
    return undefined;
  }
}

function parseElsewhere(source: string, scriptArguments: readonly string[]): Promise<string> {
  const { file, before } = limited();
  const args = [
    ...before,
    "--max-old-space-size=256",
    "--disallow-code-generation-from-strings",
    "-e",
    script,
    ...scriptArguments,
  ];
  const env = {
    ...cleanEnvironment,
    ...(process.versions["electron"] !== undefined && { ELECTRON_RUN_AS_NODE: "1" }),
  };
  const child = spawn(file, args, {
    env,
    timeout: wallMs,
    killSignal: "SIGKILL",
    windowsHide: true,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return new Promise((resolve) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
    });
    child.on("error", () => {
      resolve("");
    });
    child.on("close", () => {
      resolve(output);
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(source);
  });
}

/** The program to start, and what stands before Node's own arguments. */
function limited(): { readonly file: string; readonly before: readonly string[] } {
  if (process.platform !== "linux" || !existsSync(prlimit)) return { file: process.execPath, before: [] };
  return { file: prlimit, before: [`--cpu=${String(cpuSeconds)}`, "--", process.execPath] };
}

/**
 * Parse errors first. What only the binder knows (a name declared twice) is a syntax error to JavaScript as well; binding
 * needs a checker, and a checker with no library and no other file is cheap.
 */
const script = `"use strict";
const [, typescript, language] = process.argv;
const ts = require(typescript);
if (language !== "en") ts.setLocalizedDiagnosticMessages(require(require("node:path").join(typescript, "..", language, "diagnosticMessages.generated.json")));
const source = require("node:fs").readFileSync(0, "utf8");
const file = ts.createSourceFile("submission.ts", source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
const host = {
  getSourceFile: (name) => (name === "submission.ts" ? file : undefined),
  getDefaultLibFileName: () => "lib.d.ts", getCurrentDirectory: () => "", getCanonicalFileName: (name) => name,
  useCaseSensitiveFileNames: () => true, getNewLine: () => "\\n", writeFile: () => {},
  fileExists: (name) => name === "submission.ts", readFile: () => undefined,
};
const program = ts.createProgram(["submission.ts"], { noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext }, host);
let found = program.getSyntacticDiagnostics(file);
if (found.length === 0) { program.getTypeChecker(); found = file.bindDiagnostics ?? []; }
console.log(JSON.stringify(found.slice(0, 5).map((one) => {
  const { line, character } = ts.getLineAndCharacterOfPosition(file, one.start ?? 0);
  return { line: line + 1, column: character + 1, message: ts.flattenDiagnosticMessageText(one.messageText, " ").slice(0, 300) };
})));`;

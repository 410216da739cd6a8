import { createRequire } from "node:module";
import { GradusError } from "#contract/errors.ts";
import type { Language } from "#contract/messages.ts";
import type { Submission } from "#contract/sandbox.ts";
import { parserCommand, readExactly } from "./command.ts";
import { RunnerProcess, type Answer } from "./runnerProcess.ts";

export interface SyntaxError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What is said must not depend on how busy the machine is: this is CPU time. */
const limits = { cpuMs: 5000 };
const memoryMb = 512;
/** Where one file does not parse, the next one may not either; TypeScript's hundred megabytes are not kept for longer. */
const idleMs = 3000;

/**
 * Says where a source does not parse, in the words (of TypeScript's own translation) and at the places that an editor shows: the
 * pinned TypeScript's first five diagnostics. V8 and sucrase already said that it does not; loading TypeScript takes a tenth
 * of a second, so ask only then. The source is hostile, so the parser runs in a process of its own, which a source that takes
 * too much of its time or memory takes along.
 */
export class SyntaxPlacer {
  readonly #language: Language;
  readonly #typescript = findTypescript();
  #parser: RunnerProcess | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(language: Language = "en") {
    this.#language = language;
  }

  /** Empty if the parser came to nothing. */
  readonly place = ({ source }: Submission): Promise<readonly SyntaxError[]> => {
    const found = this.#turn.then(() => this.#ask(source));
    this.#turn = found.catch(() => undefined);
    return found;
  };

  async close(): Promise<void> {
    this.#closed = true;
    await this.#stop();
    await this.#turn;
  }

  async #ask(source: string): Promise<readonly SyntaxError[]> {
    if (this.#closed) throw new GradusError("cancelled", "The parser is closed.");
    if (this.#typescript === undefined) return [];
    clearTimeout(this.#idle);
    const first = await this.#askParser(this.#typescript, source);
    // it may have been killed from outside, or have had enough of the sources before
    const { replies } = first.death === "crash" ? await this.#askParser(this.#typescript, source) : first;
    this.#idle = setTimeout(() => void this.#stop(), idleMs).unref();
    return (replies[0] ?? []) as readonly SyntaxError[];
  }

  async #askParser(typescript: string, source: string): Promise<Answer> {
    if (this.#closed) return { replies: [], death: "crash" };
    if (this.#parser?.alive !== true) this.#parser = launch(typescript, this.#language);
    const question = { operation: "call", name: "place", cases: [[source]] } as const;
    return await this.#parser
      .ask(question, 1, limits)
      .catch(() => ({ replies: [], death: "crash" }) as const);
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#idle);
    await this.#parser?.close();
  }
}

function launch(typescript: string, language: Language): RunnerProcess {
  const command = parserCommand(memoryMb);
  return new RunnerProcess({ command, source: program(typescript, language), memoryMb });
}

/** An editor's package leaves TypeScript out: an editor has its own and shows what it says. */
function findTypescript(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve("typescript");
  } catch {
    return undefined;
  }
}

/**
 * The program that parses, as a runner's: frames in, frames out. Parse errors first. What only the binder knows (a name
 * declared twice) is a syntax error to JavaScript as well; binding needs a checker, and a checker with no library and no other
 * file is cheap.
 */
function program(typescript: string, language: Language): string {
  const messages = `require("node:path").join(${JSON.stringify(typescript)}, "..", "${language}", "diagnosticMessages.generated.json")`;
  return `(function (require) { "use strict";
const ts = require(${JSON.stringify(typescript)});
${language === "en" ? "" : `ts.setLocalizedDiagnosticMessages(require(${messages}));`}
const { writeSync } = require("node:fs");
${readExactly}
const say = (what) => {
  const body = Buffer.from(JSON.stringify(what)), header = Buffer.alloc(4);
  header.writeUInt32LE(body.length);
  writeSync(1, Buffer.concat([header, body]));
};
const place = (source) => {
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
  return found.slice(0, 5).map((one) => {
    const { line, character } = ts.getLineAndCharacterOfPosition(file, one.start ?? 0);
    return { line: line + 1, column: character + 1, message: ts.flattenDiagnosticMessageText(one.messageText, " ").slice(0, 300) };
  });
};
say({ ready: true, node: process.versions.node });
for (;;) {
  const { id, cases } = JSON.parse(read(read(4).readUInt32LE(0)).toString("utf8"));
  say({ id, case: 0, reply: place(cases[0][0]) });
}
})`;
}

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import type { SandboxMode } from "#contract/sandbox.ts";
import { parseClassEvent, type ClassEvent } from "./classEvents.ts";
import { EngineError } from "./connect.ts";
import type { EngineCommand } from "./engineProcess.ts";

export interface ClassRun {
  /** The command line, without arguments. */
  readonly command: EngineCommand;
  /** A folder or an archive with what students handed in. */
  readonly submissions: string;
  readonly out: string;
  readonly gradebook: string;
  readonly comments: string;
  readonly roster: string | null;
  readonly course: string | null;
  /** A typed one is handed over a pipe, so that no list of processes shows it; null for the class's own, or a new one. */
  readonly seed:
    | { readonly kind: "typed"; readonly value: string }
    | { readonly kind: "file"; readonly path: string }
    | null;
  /** Null for what the class was graded with. */
  readonly personalise: boolean | null;
  readonly sandbox: SandboxMode;
  readonly backend: string;
}

export interface ClassListeners {
  readonly onEvent: (event: ClassEvent) => void;
  readonly onText?: (text: string) => void;
}

export type ClassOutcome = Extract<ClassEvent, { readonly type: "done" | "stopped" }>;

/**
 * Grades a class in a process of its own, the command line's. The signal stops it as Ctrl-C does: what is graded stays graded.
 * A fault of the grader's is an EngineError with its code.
 */
export async function gradeClass(
  run: ClassRun,
  { onEvent, onText }: ClassListeners,
  signal: AbortSignal,
): Promise<ClassOutcome> {
  const { node, program, args, env } = run.command;
  const cwd = dirname(run.out); // what the command line reads unasked (comments.json) is this class's, or is not there
  await mkdir(cwd, { recursive: true });
  const child = spawn(node, [program, ...args, ...argumentsOf(run)], {
    cwd,
    env,
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  const stop = (): void => void child.kill("SIGINT");
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  child.stdin.on("error", () => undefined); // its end is told below
  child.stdin.end(run.seed?.kind === "typed" ? `${run.seed.value}\n` : "");
  child.stderr.on("data", (chunk: Buffer) => onText?.(chunk.toString()));
  const ended = new Promise<string>((resolve) => {
    child.once("close", (code, how) => {
      resolve(how ?? `exit code ${String(code)}`);
    });
    child.once("error", (error) => {
      resolve(error.message);
    });
  });
  let last: ClassEvent | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const event = parseClassEvent(line);
    if (event === null) continue;
    last = event;
    onEvent(event);
  }
  const how = await ended;
  signal.removeEventListener("abort", stop);
  // before the class is open it ends without a word, and nothing is lost either
  if (signal.aborted && !isOutcome(last)) return { type: "stopped" };
  return outcomeOf(last, how);
}

function argumentsOf(run: ClassRun): readonly string[] {
  const { submissions, out, gradebook, comments, roster, course, seed, personalise, sandbox, backend } = run;
  return [
    ...[
      "grade",
      submissions,
      "--json",
      "--out",
      out,
      "--gradebook",
      gradebook,
      "--sandbox",
      sandbox,
      "--backend",
      backend,
    ],
    ...(existsSync(comments) ? ["--comments", comments] : []),
    ...(roster === null ? [] : ["--roster", roster]),
    ...(course === null ? [] : ["--course", course]),
    ...(seed === null ? [] : ["--seed-file", seed.kind === "typed" ? "-" : seed.path]),
    ...(personalise === null ? [] : [personalise ? "--personalise" : "--no-personalise"]),
  ];
}

function isOutcome(event: ClassEvent | null): event is ClassOutcome {
  return event?.type === "done" || event?.type === "stopped";
}

function outcomeOf(last: ClassEvent | null, how: string): ClassOutcome {
  if (isOutcome(last)) return last;
  if (last?.type === "fault") throw new EngineError(last.code, last.message);
  throw new EngineError("engine-gone", `The grading ended: ${how}.`);
}

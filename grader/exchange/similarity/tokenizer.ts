import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Turns sources into tokens in a process of its own; one that hangs or dies of a source is replaced, and gives null for it. */
export interface Tokenizer {
  tokensOf(source: string): Promise<string | null>;
  close(): void;
}

/** A parse takes a few milliseconds, so this is a hundred times what an honest file needs on a slow machine. */
const timeoutMs = 3000;
const maxCharacters = 256 * 1024;

export function openTokenizer(): Tokenizer {
  let child: ParserChild | undefined;
  return {
    async tokensOf(source) {
      if (source.length > maxCharacters) return null;
      child ??= startChild();
      const answer = await child.ask(source);
      if (answer !== undefined) return answer;
      child.kill();
      child = undefined;
      return null;
    },
    close() {
      child?.kill();
    },
  };
}

interface ParserChild {
  /** Undefined where it died of the source, or would not end. */
  ask(source: string): Promise<string | null | undefined>;
  kill(): void;
}

function startChild(): ParserChild {
  const child = spawn(process.execPath, [...restrictions(), program()], {
    stdio: ["pipe", "pipe", "ignore"],
    windowsHide: true,
    env: process.versions["electron"] === undefined ? {} : { ELECTRON_RUN_AS_NODE: "1" },
  });
  let settle: (answer?: string | null) => void = () => undefined;
  const die = (): void => {
    settle();
  };
  child.once("error", die).once("close", die);
  child.stdin.on("error", die); // it died before it read everything
  createInterface({ input: child.stdout }).on("line", (line) => {
    settle(JSON.parse(line) as string | null);
  });
  return {
    ask: (source) =>
      new Promise((resolve) => {
        const timer = setTimeout(die, timeoutMs);
        settle = (answer) => {
          clearTimeout(timer);
          resolve(answer);
        };
        if (hasEnded(child)) die();
        else child.stdin.write(`${JSON.stringify(source)}\n`);
      }),
    kill: () => void child.kill("SIGKILL"),
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** It reads its own modules and nothing else of the machine: no writing, no processes, no network. */
function restrictions(): readonly string[] {
  const permission = process.allowedNodeEnvironmentFlags.has("--permission");
  return [
    "--max-old-space-size=256",
    "--disallow-code-generation-from-strings",
    ...(permission ? ["--permission", "--allow-fs-read=*"] : []),
  ];
}

/** Beside the bundle in a package, beside this module in a checkout. */
function program(): string {
  const packaged = fileURLToPath(new URL("./similarity.js", import.meta.url));
  return existsSync(packaged) ? packaged : fileURLToPath(new URL("./child.ts", import.meta.url));
}

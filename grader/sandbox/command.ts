import { existsSync } from "node:fs";

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** `read(length)`: so many bytes of the standard input; its end is the end of the process. */
export const readExactly = `const { readSync } = require("node:fs");
const read = (length) => {
  const bytes = Buffer.allocUnsafe(length);
  for (let filled = 0; filled < length; ) {
    const got = readSync(0, bytes, filled, length - filled, null);
    if (got === 0) process.exit(0);
    filled += got;
  }
  return bytes;
};`;

/**
 * Reads the real runner from the first frame: an argument may hold 128 KB at most, and code that comes through a pipe needs
 * no permission to read files. (V8's code cache in a second frame was tried: 4 ms of 40, not worth its keeping.)
 */
const bootstrap = `"use strict";
${readExactly}
const source = read(read(4).readUInt32LE(0)).toString("utf8");
new (require("node:vm").Script)(source, { filename: "runner.js" }).runInThisContext()(require);`;

/** Arguments of the Node that runs student code. */
export function runnerArguments(memoryMb: number): string[] {
  return [
    "--permission",
    "--no-warnings",
    `--max-old-space-size=${String(Math.floor(memoryMb / 2))}`,
    "--stack-size=900",
    "--disallow-code-generation-from-strings",
    "--disable-proto=delete",
    "--no-addons",
    "-e",
    bootstrap,
  ];
}

/** Arguments of the Node that parses what did not parse: it runs nothing of a student's. */
function parserArguments(memoryMb: number): string[] {
  return [
    `--max-old-space-size=${String(Math.floor(memoryMb / 2))}`,
    "--disallow-code-generation-from-strings",
    "-e",
    bootstrap,
  ];
}

/** Nothing of ours, and what makes dates and number formats the same everywhere. */
export const cleanEnvironment: NodeJS.ProcessEnv = { TZ: "UTC", LC_ALL: "en_US.UTF-8" };

/** V8 maps about this much data for itself before any student code ran. */
const baseDataMb = 700;

/** The limits that the kernel keeps. `--data` also bounds array buffers, which V8's own heap limit does not see. */
export function resourceLimits(memoryMb: number): string[] {
  return [`--data=${String((baseDataMb + memoryMb) * 2 ** 20)}`, "--core=0", "--fsize=0", "--nofile=64"];
}

/** A plain child process: the seat belt for the student's own code on the student's own machine. */
export function processCommand(nodePath: string, memoryMb: number): Command {
  return plainCommand(nodePath, memoryMb, runnerArguments(memoryMb));
}

/** The process in which a hostile source is parsed, on the grader's own Node. */
export function parserCommand(memoryMb: number): Command {
  return plainCommand(process.execPath, memoryMb, parserArguments(memoryMb));
}

function plainCommand(nodePath: string, memoryMb: number, args: readonly string[]): Command {
  const electron = nodePath === process.execPath && process.versions["electron"] !== undefined;
  const env = { ...cleanEnvironment, ...(electron && { ELECTRON_RUN_AS_NODE: "1" }) };
  if (process.platform !== "linux") return { file: nodePath, args, env };
  let command = [nodePath, ...args];
  // so that a runner does not outlive a grader that was killed
  if (existsSync(setpriv)) command = [setpriv, "--pdeathsig", "KILL", ...command];
  if (existsSync(prlimit)) command = [prlimit, ...resourceLimits(memoryMb), "--", ...command];
  return { file: command[0] as string, args: command.slice(1), env };
}

export const prlimit = "/usr/bin/prlimit";
const setpriv = "/usr/bin/setpriv";

import { existsSync } from "node:fs";

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Reads the real runner from the first frame and V8's code cache for it from the second: an argument may hold 128 KB at
 * most, and code that came through a pipe needs no permission to read files.
 */
const bootstrap = `"use strict";
const { readSync } = require("node:fs");
const read = (length) => {
  const bytes = Buffer.allocUnsafe(length);
  for (let filled = 0; filled < length; ) {
    try { const got = readSync(0, bytes, filled, length - filled, null); if (got === 0) process.exit(0); filled += got; }
    catch (error) { if (error.code === "EOF") process.exit(0); if (error.code !== "EAGAIN") throw error; }
  }
  return bytes;
};
const frame = () => read(read(4).readUInt32LE(0));
const source = frame().toString("utf8");
const cachedData = frame();
const { Script } = require("node:vm");
new Script(source, { filename: "runner.js", ...(cachedData.length > 0 && { cachedData }) }).runInThisContext()(require);`;

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
  const args = runnerArguments(memoryMb);
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

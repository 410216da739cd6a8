import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { seccompFd, unavailable, type Jail } from "./jailCommand.ts";

/**
 * Proves once per grader process that the jail holds: inside it, without Node's own permission model, a new process, a
 * socket, a planted secret and a write to any folder must fail. Throws sandbox-unavailable if one succeeds or nothing runs.
 */
export function testJail(jail: Jail): Promise<void> {
  const key = jail.command([]).args.join("\0");
  let result = results.get(key);
  if (!result) {
    result = runTest(jail);
    results.set(key, result);
  }
  return result;
}

const tries = 5;
const results = new Map<string, Promise<void>>();

async function runTest(jail: Jail): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "gradus-self-test-"));
  try {
    const secret = randomUUID();
    const secretPath = join(folder, "secret");
    await writeFile(secretPath, secret);
    judge(await whatProbeSays(jail, probe(secretPath)), secret);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A probe that ends without a word was killed, by the machine or by somebody: that says nothing about the jail. */
async function whatProbeSays(jail: Jail, script: string): Promise<string> {
  let said = "";
  for (let time = 0; time < tries && said.trim() === ""; time++) said = await runProbe(jail, script);
  return said;
}

function judge(said: string, secret: string): void {
  const found = /PROBED (\[.*\])/.exec(said)?.[1];
  if (found === undefined) {
    const complaint = said.trim().split("\n")[0] ?? "";
    throw unavailable(
      `The jail does not start here: ${complaint || "no output"}. Unprivileged user namespaces must be allowed for bubblewrap.`,
    );
  }
  const escapes = JSON.parse(found) as string[];
  if (said.includes(secret)) escapes.push("read a secret");
  if (escapes.length > 0)
    throw unavailable(`The jail does not hold here; code inside it could: ${escapes.join(", ")}.`);
}

/** What the jailed code says, errors of bwrap included. Killed after five seconds. */
async function runProbe(jail: Jail, script: string): Promise<string> {
  const filter = await open(jail.seccompPath);
  try {
    const { file, args, env } = jail.command(["-e", script]);
    const child = spawn(file, args, {
      env,
      cwd: "/",
      stdio: ["ignore", "pipe", "pipe", filter.fd, "pipe"],
      timeout: 5000,
      killSignal: "SIGKILL",
    });
    let said = "";
    const hear = (chunk: Buffer): void => {
      said += chunk.toString("utf8");
    };
    (child.stdout as Readable).on("data", hear);
    (child.stderr as Readable).on("data", hear);
    (child.stdio[seccompFd + 1] as Readable).resume();
    await new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
    return said;
  } finally {
    await filter.close();
  }
}

/** Runs inside the jail and lists what succeeded although it should not. */
function probe(secretPath: string): string {
  return `
const escapes = [];
const attempt = (what, act) => { try { if (act() !== false) escapes.push(what); } catch {} };
const fs = require("node:fs"), { spawnSync } = require("node:child_process");
attempt("read a secret", () => fs.readFileSync(${JSON.stringify(secretPath)}, "utf8"));
attempt("start a process", () => spawnSync("/node", ["-e", "0"]).error === undefined);
for (const folder of ["/", "/tmp", "/dev/shm", "/proc", ${JSON.stringify(tmpdir())}])
  attempt("write to " + folder, () => fs.writeFileSync(folder + "/written", "x"));
attempt("see other processes", () => fs.readdirSync("/proc").filter((name) => Number(name) > 0).length > 1);
const done = () => { console.log("PROBED " + JSON.stringify(escapes)); process.exit(0); };
const socket = require("node:dgram").createSocket("udp4");
socket.on("error", done);
socket.bind(0, "127.0.0.1", () => { escapes.push("open a socket"); done(); });
`;
}

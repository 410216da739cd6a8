import assert from "node:assert/strict";
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SandboxMode } from "#contract/sandbox.ts";
import { SandboxClient } from "#sandbox/client.ts";
import { processCommand, runnerArguments } from "#sandbox/command.ts";
import { buildJail } from "#sandbox/jail/jailCommand.ts";
import { findJailed } from "#sandbox/jail/jailedPid.ts";
import type { Launch } from "#sandbox/runnerChild.ts";
import { RunnerProcess } from "#sandbox/runnerProcess.ts";

/**
 * What if student code did get out of its realm and owned the runner process? These programs take the runner's place.
 * The trusted side must neither believe nor crash nor wait forever, and the outer walls must hold.
 */
const limits = { cpuMs: 30 };
const modes: readonly SandboxMode[] = process.platform === "linux" ? ["process", "jail"] : ["process"];

const prelude = `
const fs = require("node:fs");
const write = (text) => { const body = Buffer.from(text); const head = Buffer.alloc(4); head.writeUInt32LE(body.length); fs.writeSync(1, Buffer.concat([head, body])); };
const read = () => { const head = Buffer.alloc(4); fs.readSync(0, head); const body = Buffer.alloc(head.readUInt32LE(0)); fs.readSync(0, body); return JSON.parse(body); };
const ready = () => write('{"ready":true,"node":"x"}');
const answer = (id, reply, index = 0) => write('{"id":' + id + ',"case":' + index + ',"reply":' + reply + '}');
const loaded = () => { ready(); answer(read().id, '{"ok":true,"exports":{"f":"function"}}'); return read().id; };
const stop = () => { for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000); };
`;

/** [what it does, the program, the fault of the call] */
const forgeries: readonly (readonly [string, string, string])[] = [
  ["guesses an id", 'loaded(); answer(1, \'{"ok":true,"value":6,"mutated":[]}\'); stop();', "crash"],
  ["writes no JSON", "loaded(); write('6'.repeat(10) + '}'); stop();", "crash"],
  ["writes a JSON that is no frame", "loaded(); write('null'); stop();", "crash"],
  ["announces four gigabytes", "loaded(); fs.writeSync(1, Buffer.alloc(8, 255)); stop();", "crash"],
  ["answers another case", 'answer(loaded(), \'{"ok":true,"value":6,"mutated":[]}\', 1); stop();', "crash"],
  [
    "nests a value too deeply",
    "answer(loaded(), '{\"ok\":true,\"value\":' + '['.repeat(1e6) + ']'.repeat(1e6) + ',\"mutated\":[]}'); stop();",
    "crash",
  ],
  [
    "nests a value deeper than any student",
    "answer(loaded(), '{\"ok\":true,\"value\":' + '['.repeat(100) + ']'.repeat(100) + ',\"mutated\":[]}'); stop();",
    "crash",
  ],
  [
    "invents a kind of fault",
    'answer(loaded(), \'{"ok":false,"fault":{"kind":"passed","text":""}}\'); stop();',
    "crash",
  ],
  [
    "claims a timeout",
    'answer(loaded(), \'{"ok":false,"fault":{"kind":"timeout","text":""}}\'); stop();',
    "crash",
  ],
  [
    "lists impossible mutations",
    'answer(loaded(), \'{"ok":true,"value":6,"mutated":[-1,"x"]}\'); stop();',
    "crash",
  ],
  [
    "leaves the mark off a string",
    'answer(loaded(), \'{"ok":true,"value":"x","mutated":[]}\'); stop();',
    "crash",
  ],
  [
    "fills the pipe without end",
    'const id = loaded(); for (let i = 0; ; i++) answer(id, \'{"ok":true,"value":"=\' + \'x\'.repeat(6e7) + \'","mutated":[]}\', i);',
    "crash | timeout",
  ],
  ["exits", "loaded(); process.exit(0);", "crash"],
  ["sleeps, using no CPU", "loaded(); stop();", "timeout"],
  [
    "sends half a frame and sleeps",
    "loaded(); fs.writeSync(1, Buffer.from([100, 0, 0, 0, 123])); stop();",
    "timeout",
  ],
  ["floods the error stream", "loaded(); for (;;) fs.writeSync(2, 'out of memory'.repeat(1e5));", "timeout"],
];

const folder = mkdtempSync(join(tmpdir(), "gradus-escaped-"));

/** Tries what an attacker would try and reports what worked through the one channel that there is. */
const burglar = `
const worked = [];
const attempt = (what, act) => { try { if (act() !== false) worked.push(what); } catch {} };
attempt("read a file", () => fs.readFileSync(${JSON.stringify(join(folder, "secret"))}));
attempt("list a folder", () => fs.readdirSync(${JSON.stringify(folder)}));
attempt("write a file", () => fs.writeFileSync(${JSON.stringify(join(folder, "written"))}, "x"));
attempt("write to /tmp", () => fs.writeFileSync("/tmp/gradus-written", "x"));
attempt("start a process", () => require("node:child_process").spawnSync(process.execPath, ["-e", "0"]).error === undefined);
attempt("start a worker", () => new (require("node:worker_threads").Worker)("0", { eval: true }));
attempt("make code from a string", () => new Function("return 1")());
attempt("load an addon", () => process.dlopen({ exports: {} }, "/lib/x86_64-linux-gnu/libm.so.6"));
attempt("read the environment", () => Object.keys(process.env).some((name) => !["TZ", "LC_ALL", "PWD", "__CF_USER_TEXT_ENCODING"].includes(name)));
attempt("open an inspector", () => { require("node:inspector").open(0); return require("node:inspector").url() !== undefined; });
attempt("find another file open", () => { for (let fd = 3; fd < 64; fd++) { try { fs.writeSync(fd, "x"); } catch (error) { if (error.code === "EBADF" || error.code === "EINVAL" || error.code === "EPERM") continue; } if (!own.includes(fd)) return true; } return false; });
`;

for (const mode of modes) {
  describe(`a ${mode} sandbox whose runner was taken over`, () => {
    for (const [what, program, kind] of forgeries) {
      it(what, async function () {
        this.timeout(20_000);
        const client = await takeOver(mode, program);
        try {
          const loaded = await client.load({ fileName: "f.ts", source: "" }, { cpuMs: 1000 });
          assert.equal(loaded.ok, true, JSON.stringify(loaded));
          const [reply] = await client.call("f", [[]], limits);
          assert(
            reply?.ok === false && kind.split(" | ").includes(reply.fault.kind),
            JSON.stringify(reply).slice(0, 200),
          );
        } finally {
          await client.close();
        }
      });
    }

    it("opens nothing beyond its own pipes", async () => {
      writeFileSync(join(folder, "secret"), "x");
      const own =
        "const own = []; for (let fd = 3; fd < 64; fd++) { try { if (!fs.fstatSync(fd).isFile()) own.push(fd); } catch {} }";
      const client = await takeOver(
        mode,
        `${own}${burglar} write(JSON.stringify({ ready: true, node: worked.join() })); stop();`,
      );
      assert.equal(await client.runner.ready, "");
      await client.close();
      assert.deepEqual(readdirSync(folder), ["secret"]);
    });
  });
}

after(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function takeOver(
  mode: SandboxMode,
  program: string,
): Promise<SandboxClient & { runner: RunnerProcess }> {
  const source = `(function (require) { ${prelude}${program} })`;
  const launch = await launcher(mode, source);
  const first = launch();
  return Object.assign(new SandboxClient({ mode, runtime: "", first, launch }), { runner: first });
}

async function launcher(mode: SandboxMode, source: string): Promise<() => RunnerProcess> {
  const memoryMb = 512;
  if (mode === "process")
    return () => new RunnerProcess({ command: processCommand(process.execPath, memoryMb), source, memoryMb });
  const jail = await buildJail(process.execPath, memoryMb);
  return () => {
    const filter = openSync(jail.seccompPath, "r");
    const launch: Launch = {
      command: jail.command(runnerArguments(memoryMb)),
      source,
      memoryMb,
      extraStdio: [filter, "pipe"],
      findInner: findJailed,
    };
    const runner = new RunnerProcess(launch);
    closeSync(filter);
    return runner;
  };
}

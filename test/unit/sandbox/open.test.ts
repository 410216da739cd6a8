import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildJail } from "#sandbox/jail/jailCommand.ts";
import { testJail } from "#sandbox/jail/selfTest.ts";
import { openSandbox } from "#sandbox/open.ts";
import { SyntaxPlacer } from "#sandbox/syntaxPlacer.ts";
import { probeSandboxes } from "#sandbox/probe.ts";

const root = join(import.meta.dirname, "..", "..", "..");

describe("opening a sandbox", () => {
  it("probes what is there", async () => {
    const runtime = `node ${process.versions.node}`;
    const [plain, jail] = await probeSandboxes();
    assert.deepEqual(plain, { mode: "process", ok: true, runtime });
    if (process.platform === "linux") assert.deepEqual(jail, { mode: "jail", ok: true, runtime });
    else assert.match(jail?.why ?? "", /Linux/);
  });

  it("says so when the runtime is missing or is no Node", async () => {
    for (const nodePath of ["/nowhere/node", "/bin/true"]) {
      await assert.rejects(openSandbox({ mode: "process", nodePath }), { name: "GradusError" });
    }
  });
});

describe("the jail's self-test", function () {
  before(function () {
    assert.equal(process.platform, "linux", "the jail is tested on Linux");
  });

  it("passes in the jail", async () => {
    await testJail(await buildJail(process.execPath, 512));
  });

  it("refuses a jail with a hole", async () => {
    const { seccompPath } = await buildJail(process.execPath, 512);
    const open = {
      seccompPath,
      command: (args: readonly string[]) => ({ file: process.execPath, args, env: {} }),
    };
    await assert.rejects(testJail(open), (error: { code?: string; message?: string }) => {
      assert.equal(error.code, "sandbox-unavailable");
      assert.match(error.message ?? "", /read a secret/);
      assert.match(error.message ?? "", /open a socket/);
      return true;
    });
  });

  it("refuses a jail that does not start, and quotes it", async () => {
    const { seccompPath } = await buildJail(process.execPath, 512);
    const broken = {
      seccompPath,
      command: () => ({ file: "/usr/bin/bwrap", args: ["--no-such-option"], env: {} }),
    };
    await assert.rejects(testJail(broken), { code: "sandbox-unavailable", message: /no-such-option/ });
  });
});

describe("inherited files", () => {
  const closer = JSON.stringify(join(root, "grader/sandbox/closeInherited.ts"));
  // bash, because other shells know only one digit; 40, because Node itself takes care of the first few
  const listed = (script: string): string => {
    const list = `console.log(require("node:child_process").execFileSync("ls", ["-l", "/proc/self/fd"], { encoding: "utf8" }));`;
    const shell = 'exec 40<"$0"; exec "$1" -e "$2"';
    const args = ["-c", shell, import.meta.filename, process.execPath, script + list];
    return spawnSync("bash", args, { encoding: "utf8", timeout: 10_000 }).stdout;
  };

  it("are closed before a child could see them", () => {
    assert.match(listed(""), /open\.test\.ts/);
    assert.doesNotMatch(listed(`require(${closer}).closeInherited();`), /open\.test\.ts/);
  });

  it("leave alone what Node opened", () => {
    const said = listed(`const fs = require("node:fs"), own = fs.openSync("/proc/self/status");
      require(${closer}).closeInherited(); if (fs.readFileSync(own).length > 0) console.log("still open");`);
    assert.match(said, /still open/);
  });
});

describe("placing a syntax error", () => {
  let placer: SyntaxPlacer;
  const place = (source: string) => placer.place({ fileName: "f.ts", source });
  before(() => (placer = new SyntaxPlacer()));
  after(() => placer.close());

  it("names line, column and what was expected", async () => {
    assert.deepEqual(await place("export function f() {\n  const y = 1 +* 2;\n}"), [
      { line: 2, column: 16, message: "Expression expected." },
    ]);
  });

  it("sees a name that is declared twice", async () => {
    const found = await place("let a = 1;\nlet a = 2;");
    assert.equal(found.at(-1)?.line, 2);
  });

  it("says at most five things, and nothing about what is right", async () => {
    assert.equal((await place("+* ;\n".repeat(50))).length, 5);
    assert.deepEqual(await place("export const f = (x: number): number => x;"), []);
  });

  it("starts nothing anew when it is closed in the middle", async () => {
    const closing = new SyntaxPlacer();
    const lost = closing.place({ fileName: "f.ts", source: "let a = ;" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const started = performance.now();
    await closing.close();
    assert.deepEqual(await lost, []);
    assert.ok(performance.now() - started < 5000);
    await assert.rejects(closing.place({ fileName: "f.ts", source: "" }), { code: "cancelled" });
  });

  it("survives what a parser does not", async () => {
    const [lost, found] = await Promise.all([place("(".repeat(250_000)), place("let a = ;")]);
    assert.deepEqual(lost, []);
    assert.deepEqual(found, [{ line: 1, column: 9, message: "Expression expected." }]);
  });
});

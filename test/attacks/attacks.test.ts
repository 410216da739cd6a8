import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sandbox, SandboxMode } from "#contract/sandbox.ts";
import { openSandbox } from "#sandbox/open.ts";
import { assertUnharmed, readAttacks, runAttack } from "./attack.ts";

/** What an attack must not get hold of: files, a database, an environment variable, a server, this process. */
const secret = "the-hidden-cases-7f3a";
const folder = mkdtempSync(join(tmpdir(), "gradus-attacks-"));
const planted = { SECRET: join(folder, "secret"), CANARY: join(folder, "canary") };
let server: Server;
let signals = 0;
const onSignal = (): void => {
  signals++;
};

const modes: readonly SandboxMode[] = process.platform === "linux" ? ["process", "jail"] : ["process"];

for (const mode of modes) {
  describe(`attacks on the ${mode} sandbox`, () => {
    let sandbox: Sandbox;
    before(async () => {
      await plant();
      sandbox = await openSandbox({ mode });
    });
    after(async () => {
      await sandbox.close();
      server.close();
      process.off("SIGUSR2", onSignal);
      rmSync(folder, { recursive: true, force: true });
      delete process.env["GRADER_TOKEN"];
    });

    for (const { name } of readAttacks({})) {
      it(name, async () => {
        const port = String((server.address() as AddressInfo).port);
        const attack = readAttacks({ ...planted, PORT: port }).find((one) => one.name === name);
        assert(attack);
        const { summary, everything } = await runAttack(sandbox, attack);
        assert(
          attack.expected(mode).includes(summary),
          `${summary}, expected ${attack.expected(mode).join(" or ")}: ${everything.slice(0, 500)}`,
        );
        assert(!everything.includes(secret) && !everything.includes("PWNED"), everything.slice(0, 500));
        assertNothingTouched();
        await assertUnharmed(sandbox);
      });
    }
  });
}

async function plant(): Promise<void> {
  mkdirSync(planted.SECRET, { recursive: true });
  mkdirSync(planted.CANARY, { recursive: true });
  writeFileSync(join(planted.SECRET, "hidden.json"), JSON.stringify({ secret }));
  writeFileSync(join(planted.SECRET, "solution.ts"), `export const solution = () => "${secret}";`);
  rmSync(join(planted.SECRET, "gradebook.db"), { force: true });
  const database = new DatabaseSync(join(planted.SECRET, "gradebook.db"));
  database.exec(`create table grades (name text); insert into grades values ('${secret}')`);
  database.close();
  process.env["GRADER_TOKEN"] = secret;
  process.on("SIGUSR2", onSignal);
  server = createServer((socket) => socket.end(secret));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}

function assertNothingTouched(): void {
  assert.deepEqual(readdirSync(planted.CANARY), [], "a canary was written");
  assert(!existsSync("/tmp/persist-marker"), "a file outlived the sandbox");
  assert.equal(signals, 0, "the grader was signalled");
  assert.equal(
    ({} as Record<string, unknown>)["polluted"],
    undefined,
    "the grader's prototypes were changed",
  );
}

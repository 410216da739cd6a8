import { execFileSync, spawn } from "node:child_process";
import { chmodSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface Postgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A PostgreSQL server of its own in a temporary folder, on a unix socket only. It refuses root, so root runs it as `postgres`. */
export async function startPostgres(): Promise<Postgres> {
  const [bin] = globSync("/usr/lib/postgresql/*/bin").toSorted().reverse();
  if (bin === undefined) throw new Error("PostgreSQL is not installed; test/provision.sh does that.");
  const folder = mkdtempSync(join(tmpdir(), "gradus-pg-"));
  const isRoot = userInfo().uid === 0;
  if (isRoot) execFileSync("chown", ["postgres", folder]);
  chmodSync(folder, 0o700);
  const asOwner = (args: readonly string[]): readonly [string, string[]] =>
    isRoot ? ["runuser", ["-u", "postgres", "--", ...args]] : [args[0] ?? "", args.slice(1)];
  const data = join(folder, "data");
  execFileSync(...asOwner([join(bin, "initdb"), "-D", data, "-A", "trust", "-U", "postgres", "--no-sync"]), {
    cwd: folder,
    stdio: "ignore",
  });
  const settings = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=16MB"];
  const server = spawn(...asOwner([join(bin, "postgres"), "-D", data, "-k", folder, ...settings]), {
    cwd: folder,
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => server.once("close", resolve));
  await untilReady(bin, folder);
  return {
    url: `postgres:///postgres?host=${folder}&user=postgres`,
    stop: async () => {
      execFileSync(...asOwner([join(bin, "pg_ctl"), "-D", data, "-m", "immediate", "stop"]), {
        cwd: folder,
        stdio: "ignore",
      });
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(bin: string, folder: string): Promise<void> {
  for (let time = 0; time < 200; time++) {
    try {
      execFileSync(join(bin, "pg_isready"), ["-h", folder, "-q"]);
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Error("PostgreSQL did not start.");
}

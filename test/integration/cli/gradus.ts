import assert from "node:assert/strict";
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateReport } from "#catalog/validators.js";
import type { Report } from "#contract/report.ts";

export const root = join(import.meta.dirname, "..", "..", "..");
export const bundled = join(root, "exercises");
export const fixtures = join(root, "test", "fixtures", "exercises");

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder for a suite's files, with the program's caches in it, and the program as a process. */
export interface Workplace {
  readonly folder: string;
  readonly start: (args: readonly string[]) => ChildProcessWithoutNullStreams;
  readonly gradus: (...args: readonly string[]) => Promise<Ended>;
  /** `check --json` on a rung that every machine has; the report, held to its schema. */
  readonly report: (...args: readonly string[]) => Promise<Report>;
  readonly remove: () => void;
}

export function openWorkplace(main: string = join(root, "grader", "cli", "main.ts")): Workplace {
  const folder = mkdtempSync(join(tmpdir(), "gradus-cli-"));
  const env = { ...process.env, GRADUS_CACHE: join(folder, "cache"), LC_ALL: "C", NO_COLOR: "1" };
  const start = (args: readonly string[]) => spawn(process.execPath, [main, ...args], { cwd: folder, env });
  const gradus = (...args: readonly string[]): Promise<Ended> => ended(start(args));
  return {
    folder,
    start,
    gradus,
    report: async (...args) => {
      const { status, stdout, stderr } = await gradus("check", ...args, "--json");
      assert.equal(stderr, "");
      const report = reportIn(stdout);
      assert.equal(status, report.score === report.maxScore ? 0 : 1);
      return report;
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function reportIn(text: string): Report {
  const report: unknown = JSON.parse(text);
  assert.ok(validateReport(report), JSON.stringify(validateReport.errors));
  return report as Report;
}

export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdin.end();
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { status, stdout, stderr };
}

import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { verdictOf } from "#classroom/verdict.ts";
import type { Grade } from "#contract/class.ts";
import { openFolder } from "#gradebook/folder/openFolder.ts";
import type { Gradebook } from "#gradebook/gradebook.ts";
import { root } from "../cli/gradus.ts";

export const seed = "a-secret-seed-of-the-tests-4711";

export interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** A folder for one class, its gradebook and its results, and gradus as processes in it. */
export class ClassPlace {
  readonly folder = mkdtempSync(join(tmpdir(), "gradus-class-"));
  readonly submissions = join(this.folder, "submissions");
  readonly seedFile = join(this.folder, "seed");
  /** Its own, so that what is left behind there was left by this class. */
  readonly temporary = mkdtempSync(join(this.folder, "tmp-"));

  start(...args: readonly string[]): ChildProcess & { readonly ended: Promise<Ended> } {
    const main = join(root, "grader", "cli", "main.ts");
    const child = spawn(process.execPath, [main, ...args], {
      cwd: this.folder,
      env: {
        ...process.env,
        GRADUS_CACHE: join(root, "node_modules", ".cache", "gradus", "tests"),
        TMPDIR: this.temporary,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    const ended = new Promise<Ended>((resolve) => {
      child.on("close", (status) => {
        resolve({ status, output });
      });
    });
    return Object.assign(child, { ended });
  }

  grade(...args: readonly string[]): ReturnType<ClassPlace["start"]> {
    return this.start("grade", this.submissions, "--seed-file", this.seedFile, "--backend", "wasm", ...args);
  }

  /** The grades that count, by student and exercise, each as its verdict. */
  async verdicts(gradebook?: Gradebook): Promise<ReadonlyMap<string, string>> {
    return verdictsOf(await this.grades(gradebook));
  }

  async grades(gradebook?: Gradebook): Promise<readonly Grade[]> {
    const book = gradebook ?? (await openFolder(join(this.folder, "gradebook")));
    try {
      return await book.grades(await book.official("class"));
    } finally {
      if (gradebook === undefined) await book.close();
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function verdictsOf(grades: readonly Grade[]): ReadonlyMap<string, string> {
  const entries = grades.map(
    ({ student, exercise, report }) => [`${student} ${exercise}`, verdictOf(report)] as const,
  );
  return new Map(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every text under a folder, as one. */
export function allText(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** In ticks since the machine's start: with the pid it names a process for ever. */
  readonly started: string;
  readonly command: string;
}

/** Processes that descend from one, the deepest last. */
export function descendants(pid: number): readonly Process[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap(processOf);
  const below = (parent: number): Process[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/**
 * Looks now and then for what runs below a process. The function that comes back stops that, and tells who of all that were
 * seen still lives after a second: also one that has got itself another parent meanwhile.
 */
export function watchDescendants(pid: number): () => Promise<readonly Process[]> {
  const seen = new Map<string, Process>();
  const look = setInterval(() => {
    for (const one of descendants(pid)) seen.set(`${String(one.pid)} ${one.started}`, one);
  }, 50);
  return async () => {
    clearInterval(look);
    await sleep(1000); // a process that was killed takes a moment to be gone
    assert.ok(seen.size > 0, "nothing was seen to run");
    return [...seen.values()].filter(({ pid: of, started }) => processOf(String(of))[0]?.started === started);
  };
}

function processOf(name: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [parent, started = ""] = [Number(fields[1]), fields[19]];
    return [{ pid: Number(name), parent, started, command: readFileSync(`/proc/${name}/cmdline`, "latin1") }];
  } catch {
    return []; // gone meanwhile
  }
}

export function killQuietly(pid: number | undefined, signal: NodeJS.Signals = "SIGKILL"): void {
  try {
    if (pid !== undefined) process.kill(pid, signal);
  } catch {
    // gone already
  }
}

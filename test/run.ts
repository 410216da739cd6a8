/**
 * `npm test`: installs what the machine lacks, then runs every suite, the type checks and the linters among them.
 * `npm test -- <path>...` runs the suites at or under these paths only, without provisioning.
 * The last line is `N passed, N failed`, alone; a skipped test and a run without tests count as failures.
 */
import { spawnSync } from "node:child_process";
import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

const root = join(import.meta.dirname, "..");
process.chdir(root);
// what the tests start again and again is compiled once
process.env["NODE_COMPILE_CACHE"] ??= join(root, "node_modules", ".cache", "gradus", "code-of-tests");
const chosen = process.argv.slice(2);
/** What takes a minute or more by itself, the longest first. */
const heavy = ["house.test", "wasm.test", "hostile.test", "badInput.test", "kills.test", "verdicts.test"];

process.on("uncaughtException", (error) => {
  console.error(error);
  finish({ passed: 0, failed: 1 });
});

if (chosen.length === 0) provision();
finish(
  await runSuites(chosen.length === 0 ? longestFirst(suitesUnder("test")) : chosen.flatMap(suitesUnder)),
);

function provision(): void {
  const { status } = spawnSync("sh", ["test/provision.sh"], { stdio: ["ignore", "inherit", "inherit"] });
  if (status === 0) return;
  console.error("The tests need what is named above.");
  finish({ passed: 0, failed: 1 });
}

function suitesUnder(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  // test/vscode/suite runs inside VS Code: test/vscode/hostSuite.test.ts starts it
  const ours = (file: string): boolean => !/vscode[/\\]suite[/\\]/.test(file);
  return globSync(join(path, "**", "*.test.ts"))
    .filter(ours)
    .sort();
}

/**
 * Walks in VS Code take minutes each, and wait more than they work: begun last, one of them would run alone; several at once
 * would wait for each other. So they come first, each followed by a suite of another kind.
 */
function longestFirst(files: readonly string[]): string[] {
  const isWalk = (file: string): boolean => file.startsWith(join("test", "vscode"));
  const weight = (file: string): number => heavy.findIndex((part) => file.includes(part)) + 1 || Infinity;
  const others = files.filter((file) => !isWalk(file)).toSorted((a, b) => (weight(a) < weight(b) ? -1 : weight(a) > weight(b) ? 1 : 0)); // prettier-ignore
  const mixed = files.filter(isWalk).flatMap((walk) => [walk, ...others.splice(0, 1)]);
  return [...mixed, ...others];
}

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

async function runSuites(files: readonly string[]): Promise<Tally> {
  const mocha = new Mocha({
    forbidOnly: true,
    forbidPending: true,
    jobs: 3,
    parallel: files.length > 1,
    reporter: "spec",
    slow: 2_000,
    timeout: 60_000,
  });
  for (const file of files) mocha.addFile(file);
  if (files.length === 1) await mocha.loadFilesAsync();
  return await new Promise((resolve) => {
    const runner = mocha.run((failures) => {
      const passed = runner.stats?.passes ?? 0;
      if (passed + failures === 0) console.error("No test ran.");
      resolve({ passed, failed: passed + failures === 0 ? 1 : failures });
    });
  });
}

function finish({ passed, failed }: Tally): never {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

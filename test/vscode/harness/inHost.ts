import { writeFileSync } from "node:fs";
import Mocha from "mocha";
import { env, version } from "vscode";
import type { HostResults, HostTest } from "./hostResults.ts";

/**
 * Called inside VS Code's extension host: runs the suites and writes what came of them.
 * If the host dies, VS Code still says that all went well; the file is the only proof that tests ran.
 */
export async function runInHost(loadSuites: () => Promise<void>): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", color: false, timeout: 60_000, forbidPending: true });
  mocha.suite.emit("pre-require", globalThis, "", mocha); // gives `describe` and `it` to the suites
  await loadSuites();
  const tests: HostTest[] = [];
  const note = (test: Mocha.Test, error: string | null): void => {
    tests.push({ title: test.fullTitle(), ms: test.duration ?? 0, error });
  };
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => {
      resolve();
    });
    runner.on("pass", (test) => {
      note(test, null);
    });
    runner.on("fail", (test, error: Error) => {
      note(test, error.stack ?? String(error));
    });
  });
  const results: HostResults = {
    vscode: version,
    node: process.version,
    remote: env.remoteName ?? null,
    tests,
  };
  writeFileSync(process.env["GRADUS_TEST_RESULTS"] ?? "test-results.json", JSON.stringify(results));
  const failed = tests.filter((test) => test.error !== null);
  if (failed.length > 0) throw new Error(`${failed.length} of ${tests.length} tests failed.`);
}

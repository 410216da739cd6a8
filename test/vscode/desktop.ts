/**
 * `npm run test:desktop`: the suite of the extension host in a desktop VS Code. $VSCODE names its executable; without it
 * @vscode/test-electron downloads one.
 */
import { runTests } from "@vscode/test-electron";
import { join } from "node:path";
import { bundleSuites } from "./harness/hostSuite.ts";
import { cacheFolder } from "./harness/places.ts";
import { stagedExtension } from "./harness/stagedExtension.ts";

const executable = process.env["VSCODE"];
process.exitCode = await runTests({
  ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
  extensionDevelopmentPath: await stagedExtension(),
  extensionTestsPath: await bundleSuites(),
  extensionTestsEnv: { GRADUS_TEST_RESULTS: join(cacheFolder(), "results.json") },
  launchArgs: ["--disable-extensions", "--disable-workspace-trust"],
});

import { build } from "esbuild";
import { existsSync, globSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { format } from "node:util";
import { cacheFolder } from "./places.ts";
import { startWorkbench, type WorkbenchOptions } from "./workbench.ts";
import type { HostResults } from "./hostResults.ts";

const suites = join(import.meta.dirname, "..", "suite");

/** Runs test/vscode/suite/*.test.ts inside the extension host of a real VS Code. */
export async function runHostSuite(options: WorkbenchOptions, limitMs: number): Promise<HostResults> {
  const folder = await mkdtemp(join(tmpdir(), "gradus-host-suite-"));
  const results = join(folder, "results.json");
  const said: string[] = [];
  const workbench = await startWorkbench({
    ...options,
    suite: await bundleSuites(),
    environment: { ...options.environment, GRADUS_TEST_RESULTS: results },
  });
  try {
    const ended = new Promise<void>((resolve, reject) => {
      workbench.page
        .exposeFunction("codeAutomationExit", () => {
          resolve();
        })
        .catch(reject);
    });
    await workbench.page.exposeFunction("codeAutomationLog", (_type: string, values: unknown[]) => {
      said.push(format(...values));
    });
    await workbench.open();
    const inTime = await Promise.race([ended.then(() => true), delay(limitMs, false, { ref: false })]);
    if (existsSync(results)) return JSON.parse(await readFile(results, "utf8")) as HostResults;
    const why = inTime ? "The extension host ended" : `Nothing ended within ${limitMs} ms`;
    throw new Error(
      `${why} and left no results.\n${said.join("\n")}\n${workbench.server.log().slice(-4_000)}`,
    );
  } finally {
    await workbench.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One CommonJS file with every suite; VS Code itself and mocha are found at run time. */
export async function bundleSuites(): Promise<string> {
  const outfile = join(cacheFolder(), "suite.cjs");
  const files = globSync(join(suites, "**", "*.test.ts")).sort();
  const loads = files.map((file) => `await import(${JSON.stringify(file)});`).join("\n");
  await build({
    stdin: {
      contents: `import { runInHost } from "./inHost.ts";\nexport const run = () => runInHost(async () => {\n${loads}\n});`,
      resolveDir: import.meta.dirname,
    },
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node24",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}

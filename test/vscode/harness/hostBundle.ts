import { build } from "esbuild";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { format } from "node:util";
import { cacheFolder } from "./places.ts";
import { startWorkbench, type WorkbenchOptions } from "./workbench.ts";

/** One CommonJS file for the extension host; VS Code itself and mocha are found at run time. */
export async function bundleForHost(name: string, contents: string): Promise<string> {
  const outfile = join(cacheFolder(), `${name}.cjs`);
  await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" },
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

/**
 * Has VS Code call the bundle's `run()` in its extension host, and returns what that wrote into the file that
 * GRADUS_TEST_RESULTS names. Without the file it is an error, whatever VS Code says.
 */
export async function runInVsCode(
  bundle: string,
  options: WorkbenchOptions,
  limitMs: number,
): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "gradus-host-"));
  const results = join(folder, "results.json");
  const environment = { ...options.environment, GRADUS_TEST_RESULTS: results };
  const workbench = await startWorkbench({ ...options, suite: bundle, environment });
  const said: string[] = [];
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
    if (existsSync(results)) return JSON.parse(await readFile(results, "utf8")) as unknown;
    const why = inTime ? "The extension host ended" : `Nothing ended within ${limitMs} ms`;
    throw new Error(
      `${why} and left no results.\n${said.join("\n")}\n${workbench.server.log().slice(-4_000)}`,
    );
  } finally {
    await workbench.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

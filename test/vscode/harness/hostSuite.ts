import { globSync } from "node:fs";
import { join } from "node:path";
import { bundleForHost, runInVsCode } from "./hostBundle.ts";
import type { HostResults } from "./hostResults.ts";
import type { WorkbenchOptions } from "./workbench.ts";

const suites = join(import.meta.dirname, "..", "suite");

/** Runs test/vscode/suite/*.test.ts inside the extension host of a real VS Code. */
export async function runHostSuite(options: WorkbenchOptions, limitMs: number): Promise<HostResults> {
  return (await runInVsCode(await bundleSuites(), options, limitMs)) as HostResults;
}

export function bundleSuites(): Promise<string> {
  const files = globSync(join(suites, "**", "*.test.ts")).sort();
  const loads = files.map((file) => `await import(${JSON.stringify(file)});`).join("\n");
  return bundleForHost(
    "suite",
    `import { runInHost } from "./inHost.ts";\nexport const run = () => runInHost(async () => {\n${loads}\n});`,
  );
}

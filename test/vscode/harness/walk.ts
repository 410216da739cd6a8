import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { screenshots } from "./places.ts";
import { personAt, type Person } from "./person.ts";
import { startWorkbench, type Workbench, type WorkbenchOptions } from "./workbench.ts";

export interface Walk {
  readonly person: Person;
  readonly page: Page;
  readonly workbench: Workbench;
  /** One step: printed with the time it took; what goes wrong in it leaves a picture. */
  readonly step: (what: string, take: () => Promise<void>) => Promise<void>;
  /** A picture under the walk's name. */
  readonly picture: (name: string) => Promise<void>;
}

/** Starts VS Code, walks, stops it. What the pages complain about in the console fails the walk. */
export async function walk(
  name: string,
  options: WorkbenchOptions,
  take: (walk: Walk) => Promise<void>,
): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  const started = performance.now();
  const workbench = await startWorkbench(options);
  const { page } = workbench;
  const refused = refusals(page);
  const picture = async (state: string): Promise<void> => {
    await page.screenshot({ path: join(screenshots, `${name}-${state}.png`) });
  };
  const step = async (what: string, go: () => Promise<void>): Promise<void> => {
    const from = performance.now();
    try {
      await go();
    } catch (error) {
      await picture("failed");
      throw new Error(`${name}: ${what}`, { cause: error });
    }
    console.log(`    ${name}: ${what} (${Math.round(performance.now() - from)} ms)`);
  };
  try {
    await step("VS Code opens", () => workbench.open());
    await take({ person: personAt(page), page, workbench, step, picture });
    if (refused.length > 0) throw new Error(`A content security policy refused: ${refused.join("\n")}`);
  } finally {
    await workbench.stop();
    console.log(`    ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s in all`);
  }
}

/** What a page's own policy kept from it: a page of ours asks for nothing that it may not have. */
function refusals(page: Page): string[] {
  const found: string[] = [];
  page.on("console", (message) => {
    const text = message.text();
    if (/Content Security Policy/i.test(text) && message.location().url.includes("vscode-webview"))
      found.push(text);
  });
  return found;
}

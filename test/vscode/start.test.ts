import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { root } from "./harness/places.ts";

const main = join(root, "extension", "start", "main.ts");

describe("npm start", function () {
  this.timeout(300_000);
  this.retries(1); // seen: keys that went nowhere, on a busy machine; why the focus was elsewhere was not found

  it("opens VS Code's server on a new course, for who has its token, until Ctrl-C", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gradus-start-"));
    const course = join(folder, "course");
    const child = spawn(process.execPath, [main, course], {
      // no `code`, no display: what is left is the server and its address
      env: {
        ...process.env,
        PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
        DISPLAY: undefined,
        WAYLAND_DISPLAY: undefined,
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let said = "";
        child.stdout.setEncoding("utf8").on("data", (text: string) => {
          said += text;
          const found = /http:\/\/\S+/.exec(said)?.[0];
          if (found !== undefined && said.includes("Ctrl-C")) resolve(found);
        });
        void ended.then((code) => {
          reject(new Error(`It ended with ${String(code)}: ${said}`));
        });
      });
      assert.ok(existsSync(join(course, "tsconfig.json")));
      // the token becomes a cookie, as in a browser
      const entrance = await fetch(url, { redirect: "manual" });
      const cookie = entrance.headers
        .getSetCookie()
        .map((one) => one.split(";", 1)[0])
        .join("; ");
      const workbench = await fetch(url.replace(/tkn=[^&]*&/, ""), { headers: { cookie } });
      assert.equal(workbench.status, 200);
      assert.match(await workbench.text(), /vscode-workbench-web-configuration/);
      const stranger = await fetch(url.replace(/tkn=[^&]*/, "tkn=guess"), { redirect: "manual" });
      assert.equal(stranger.status, 403);
      child.kill("SIGINT");
      assert.equal(await ended, 0);
      await assert.rejects(fetch(url));
    } finally {
      child.kill("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("hands the extension and the course to a desktop VS Code where `code` is on the PATH", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gradus-start-"));
    try {
      // stands for the desktop's launcher: tells what it was asked, and that the extension is there
      await writeFile(
        join(folder, "code"),
        '#!/bin/sh\necho "$@"\nls "${3#--extensionDevelopmentPath=}/dist/extension.cjs"\n',
        { mode: 0o755 },
      );
      const course = join(folder, "course");
      const { stdout } = await promisify(execFile)(process.execPath, [main, course], {
        env: { ...process.env, PATH: `${folder}:${dirname(process.execPath)}:/usr/bin:/bin` },
      });
      assert.match(
        stdout,
        new RegExp(`^--new-window --wait --extensionDevelopmentPath=\\S+ ${course}$`, "m"),
      );
      assert.match(stdout, /^\S+\/dist\/extension\.cjs$/m);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

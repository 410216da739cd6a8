import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "#references/cacheFolder.ts";
import { openExpectedStore } from "#references/expectedStore.ts";

const key = (index: number): string => index.toString(16).padStart(8, "0");
const value = [[1 / 3, -0, Number.NaN], { logZ: Number.NEGATIVE_INFINITY, absent: undefined }];

describe("the store of expected values", () => {
  let folder = "";
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), "gradus-store-"))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  for (const place of ["folder", "memory"]) {
    it(`gives back what was set, special numbers included (${place})`, async () => {
      const store = openExpectedStore(place === "memory" ? place : join(folder, "not", "yet"));
      assert.equal(await store.get(key(1)), undefined);
      await store.set(key(1), value);
      assert.deepEqual(await store.get(key(1)), value);
      assert.equal(await store.get(key(2)), undefined);
    });
  }

  it("outlives its process", async () => {
    await openExpectedStore(folder).set(key(1), value);
    assert.deepEqual(await openExpectedStore(folder).get(key(1)), value);
  });

  const damages: readonly [string, (text: string) => string][] = [
    ["truncated", (text) => text.slice(0, -5)],
    ["empty", () => ""],
    ["a changed digit", (text) => text.replace("0.3", "0.4")],
    ["no JSON", () => "not json\n{"],
  ];
  for (const [name, damage] of damages) {
    it(`takes a damaged entry for none and removes it: ${name}`, async () => {
      await openExpectedStore(folder).set(key(1), value);
      const [file = ""] = await readdir(folder);
      const path = join(folder, file);
      await writeFile(path, damage(await readFile(path, "utf8")));
      assert.equal(await openExpectedStore(folder).get(key(1)), undefined);
      assert.deepEqual(await readdir(folder), []);
    });
  }

  it("keeps only the newest entries", async () => {
    const limits = { entries: 3, bytes: 1e6 };
    const store = openExpectedStore(folder, limits);
    for (let index = 0; index < 10; index++) {
      await store.set(key(index), index);
      await utimes(join(folder, `${key(index)}.json`), index, index);
    }
    await openExpectedStore(folder, limits).set(key(10), 10); // a process prunes at its first set
    assert.deepEqual((await readdir(folder)).sort(), [8, 9, 10].map((index) => `${key(index)}.json`)); // prettier-ignore
  });

  it("keeps within its bytes", async () => {
    const limits = { entries: 100, bytes: 3000 };
    for (let index = 0; index < 4; index++)
      await openExpectedStore(folder, limits).set(key(index), "x".repeat(1000));
    assert.ok((await readdir(folder)).length <= 2);
  });

  it("falls back to memory where the folder cannot be written", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    const store = openExpectedStore(join(file, "below"));
    await store.set(key(1), value);
    assert.deepEqual(await store.get(key(1)), value);
  });

  it("refuses keys that are no hexadecimal numbers", async () => {
    await assert.rejects(openExpectedStore(folder).get("../../etc/passwd"), TypeError);
    await assert.rejects(openExpectedStore(folder).set("", 1), TypeError);
  });

  it("serves two processes that write the same keys at once", async function () {
    this.timeout(20_000);
    const program = fileURLToPath(new URL("../../fixtures/references/storeWriter.ts", import.meta.url));
    const writers = [1, 2].map(() => fork(program, [folder]));
    const codes = await Promise.all(
      writers.map(async (writer) => (await once(writer, "exit"))[0] as unknown),
    );
    assert.deepEqual(codes, [0, 0]);
    assert.equal((await readdir(folder)).length, 20);
  });
});

describe("the cache folder", () => {
  const folders: readonly [NodeJS.Platform, Record<string, string>, string][] = [
    ["linux", {}, "/home/a/.cache/gradus"],
    ["linux", { XDG_CACHE_HOME: "/x" }, "/x/gradus"],
    ["linux", { XDG_CACHE_HOME: "/x", GRADUS_CACHE: "/g" }, "/g"],
    ["darwin", {}, "/home/a/Library/Caches/gradus"],
    ["win32", { LOCALAPPDATA: "/local" }, "/local/gradus/cache"],
  ];
  for (const [platform, env, want] of folders) {
    it(`is ${want} on ${platform} with ${JSON.stringify(env)}`, () => {
      assert.equal(cacheFolder(env, platform, "/home/a"), join(want));
    });
  }
});

import assert from "node:assert/strict";
import { existsSync, readdirSync, readlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GradusError } from "#contract/errors.ts";
import { readLimits } from "#exchange/read/limits.ts";
import { readClass } from "#exchange/read/readClass.ts";
import { craft, type Crafted } from "./craftZip.ts";
import { exercises, readOutline, temporaryFolder, text, zipOf, type Files } from "./support.ts";

const honest = { "ann/elbo.ts": text };
const taken = "ann elbo < ann/elbo.ts";
/** 1 GiB of zeros would take a megabyte; a few megabytes show the same. */
const zeros = Buffer.alloc(4 * 1024 * 1024);
const spaces = Buffer.alloc(200 * 1024, 0x20);

/** [what, files beside the honest one, headers to forge, lines beside the honest one] */
const table: readonly (readonly [string, Files, Readonly<Record<string, Crafted>>, readonly string[]])[] = [
  ["a path that climbs out", { "../elbo.ts": text }, {}, ["path-traversal - < ../elbo.ts"]],
  [
    "a path that climbs out from inside",
    { "bo/../ann/elbo.ts": text },
    {},
    ["path-traversal - < bo/../ann/elbo.ts"],
  ],
  ["with backslashes", { "bo\\..\\..\\elbo.ts": text }, {}, ["path-traversal - < bo\\..\\..\\elbo.ts"]],
  ["an absolute path", { "/etc/elbo.ts": text }, {}, ["path-traversal - < /etc/elbo.ts"]],
  ["a drive", { "C:\\bo\\elbo.ts": text }, {}, ["path-traversal - < C:\\bo\\elbo.ts"]],
  ["a NUL in a name", { "bo/elbo.ts\0.png": text }, {}, ["path-traversal - < bo/elbo.ts\\x00.png"]],
  [
    "escape codes in a name",
    { "bo\x1b[2J/elbo.ts": text },
    {},
    ["unreadable bo\x1b[2J < bo\\x1b[2J/elbo.ts"],
  ],
  [
    "a link",
    { "bo/elbo.ts": "/etc/passwd" },
    { "bo/elbo.ts": { mode: 0o120777 } },
    ["symlink bo < bo/elbo.ts"],
  ],
  ["a device", { "bo/elbo.ts": text }, { "bo/elbo.ts": { mode: 0o020666 } }, ["unreadable bo < bo/elbo.ts"]],
  ["a pipe", { "bo/elbo.ts": text }, { "bo/elbo.ts": { mode: 0o010666 } }, ["unreadable bo < bo/elbo.ts"]],
  [
    "an encrypted file",
    { "bo/elbo.ts": text },
    { "bo/elbo.ts": { flags: 0x801 } },
    ["archive-broken bo < bo/elbo.ts"],
  ],
  [
    "another compression",
    { "bo/elbo.ts": text },
    { "bo/elbo.ts": { method: 12 } },
    ["archive-broken bo < bo/elbo.ts"],
  ],
  [
    "a wrong checksum",
    { "bo/elbo.ts": text },
    { "bo/elbo.ts": { crc: 1 } },
    ["archive-broken bo < bo/elbo.ts"],
  ],
  [
    "more content than it says",
    { "bo/elbo.ts": text },
    { "bo/elbo.ts": { size: 3 } },
    ["archive-broken bo < bo/elbo.ts"],
  ],
  [
    "less content than it says",
    { "bo/elbo.ts": text },
    { "bo/elbo.ts": { compressedSize: 5 } },
    ["archive-broken bo < bo/elbo.ts"],
  ],
  [
    "content past the end",
    { "bo/elbo.ts": text },
    { "bo/elbo.ts": { compressedSize: 9_999 } },
    ["archive-broken bo < bo/elbo.ts"],
  ],
  ["a bomb", { "bo/elbo.ts": zeros }, {}, ["too-large bo < bo/elbo.ts"]],
  [
    "a bomb that says it is small",
    { "bo/elbo.ts": zeros },
    { "bo/elbo.ts": { size: 10 } },
    ["too-large bo < bo/elbo.ts"],
  ],
  ["a small bomb", { "bo/elbo.ts": spaces }, {}, ["archive-too-large bo < bo/elbo.ts"]],
  ["a zip in it", { "bo/work.zip": zipOf(honest) }, {}, ["nested-archive bo < bo/work.zip"]],
  ["a zip at its top", { "bo.zip": zipOf(honest) }, {}, []],
  ["a zip by another name", { "bo/elbo.ts": zipOf(honest) }, {}, ["nested-archive bo < bo/elbo.ts"]],
  [
    "folders without end",
    { [`bo/${"d/".repeat(50)}elbo.ts`]: text },
    {},
    [`unreadable bo < bo/${"d/".repeat(50)}elbo.ts`],
  ],
  [
    "an endless name",
    { [`bo/${"x".repeat(2_000)}.ts`]: text },
    {},
    [`unreadable bo < bo/${"x".repeat(296)}…`],
  ],
  [
    "a name in code page 437",
    { "bxrk/elbo.ts": text },
    { "bxrk/elbo.ts": { flags: 0, name: Buffer.from("b\x94rk/elbo.ts", "latin1") } },
    ["börk elbo < börk/elbo.ts"],
  ],
  [
    "a name in Shift_JIS",
    { "xxxx/elbo.ts": text },
    { "xxxx/elbo.ts": { flags: 0, name: Buffer.from("\x8eR\x93c/elbo.ts", "latin1") } },
    ["山田 elbo < 山田/elbo.ts"],
  ],
  [
    "a name in unmarked UTF-8",
    { "xxx/elbo.ts": text },
    { "xxx/elbo.ts": { flags: 0, name: Buffer.from("山/elbo.ts") } },
    ["山 elbo < 山/elbo.ts"],
  ],
];

describe("a hostile zip", () => {
  const folder = temporaryFolder();
  const write = (bytes: Uint8Array): string => {
    const path = join(folder(), "class.zip");
    writeFileSync(path, bytes);
    return path;
  };

  for (const [what, files, forged, expected] of table)
    it(what, async () => {
      const found = await readOutline(write(craft({ ...honest, ...files }, forged)));
      assert.deepEqual(found.toSorted(), [taken, ...expected].toSorted());
    });

  it("with one path twice: the last counts, as when it is unpacked", async () => {
    const bytes = craft(
      { "bo/elbo.ts": "first", "bo/elbx.ts": "last" },
      { "bo/elbx.ts": { name: Buffer.from("bo/elbo.ts") } },
    );
    const { received, refused } = await readClass({ path: write(bytes), exercises });
    assert.deepEqual(
      received.map(({ submission }) => submission.source),
      ["last"],
    );
    assert.deepEqual(
      refused.map(({ code }) => code),
      ["superseded"],
    );
  });

  it("with more entries than are looked at", async () => {
    const path = write(zipOf({ ...honest, "bo/elbo.ts": text, "cy/elbo.ts": text }));
    const found = await readOutline(path, { limits: { ...readLimits, entries: 2 } });
    assert.deepEqual(found, [taken, "bo elbo < bo/elbo.ts", "archive-too-large - < class.zip"]);
  });

  it("with a list of contents that fills the memory", async () => {
    const path = write(zipOf({ ...honest, "bo/elbo.ts": text }));
    const found = await readOutline(path, { limits: { ...readLimits, directoryBytes: 15 } });
    assert.deepEqual(found, [taken, "archive-too-large - < class.zip"]);
  });

  it("of one student who hands in without end leaves the others their work", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [`aa/elbo-${at}.ts`, text] as const),
    );
    const path = write(zipOf({ ...many, ...honest }));
    const found = await readOutline(path, { limits: { ...readLimits, filesPerStudent: 3 } });
    assert.equal(found.filter((line) => line.startsWith("too-large aa")).length, 6);
    assert.ok(found.includes(taken));
  });

  it("with a list of contents that breaks off keeps what came before", async () => {
    const bytes = craft({ ...honest, "bo/elbo.ts": text }, {});
    bytes.fill(0, bytes.lastIndexOf("bo/elbo.ts") - 46, bytes.lastIndexOf("bo/elbo.ts"));
    assert.deepEqual(await readOutline(write(bytes)), [taken, "archive-broken - < class.zip"]);
  });

  it("that is cut off is a class of nobody, told so", async () => {
    const path = write(zipOf(honest));
    truncateSync(path, 60);
    assert.deepEqual(await readOutline(path), ["archive-broken - < class.zip"]);
  });

  it("that is no zip is the instructor's mistake", async () => {
    await assert.rejects(readClass({ path: write(Buffer.from("Rar!")), exercises }), (error) => {
      assert.ok(error instanceof GradusError);
      assert.equal(error.code, "file-not-readable");
      return true;
    });
  });

  it("leaves no file open, whatever is wrong with what is in it", async () => {
    const forged: readonly Crafted[] = [
      { crc: 1 },
      { compressedSize: 5 },
      { compressedSize: 9_999 },
      { size: 10 },
    ];
    const paths = forged.map((one) =>
      write(craft({ ...honest, "bo/elbo.ts": zeros }, { "bo/elbo.ts": one })),
    );
    for (const path of paths) await readOutline(path);
    assert.deepEqual(openAmong(paths), []);
  });
});

/** Which of the files this process has open, where the system tells. */
function openAmong(paths: readonly string[]): readonly string[] {
  const descriptors = "/proc/self/fd";
  if (!existsSync(descriptors)) return [];
  const open = readdirSync(descriptors).map((one) => {
    try {
      return readlinkSync(join(descriptors, one));
    } catch {
      return ""; // the descriptor of the listing itself
    }
  });
  return paths.filter((path) => open.includes(path));
}

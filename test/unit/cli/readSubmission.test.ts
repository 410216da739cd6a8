import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSubmission } from "#cli/readSubmission.ts";
import { GradusError, type ErrorCode } from "#contract/errors.ts";

const most = 256 * 1024;
const text = "export const f = 1;\n";

/** [what, bytes of the file, the source or why not] */
const rows: readonly (readonly [
  string,
  string | Buffer,
  { readonly source: string } | { readonly why: string },
])[] = [
  ["a plain file", text, { source: text }],
  ["an empty file", "", { source: "" }],
  ["a byte-order mark is no part of the source", `\ufeff${text}`, { source: text }],
  ["Windows line ends stay", text.replace("\n", "\r\n"), { source: text.replace("\n", "\r\n") }],
  ["Japanese", "// 平均\n", { source: "// 平均\n" }],
  ["as large as may be", "/".repeat(most), { source: "/".repeat(most) }],
  ["one byte larger", "/".repeat(most + 1), { why: "ungradable.too-large" }],
  ["large in bytes, not in characters", "平".repeat(most / 2), { why: "ungradable.too-large" }],
  ["zero bytes", "a\0b", { why: "ungradable.not-text" }],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), { why: "ungradable.not-text" }],
  ["Latin-1", Buffer.from("// Schätzer", "latin1"), { why: "ungradable.not-text" }],
  ["UTF-16", Buffer.from(text, "utf16le"), { why: "ungradable.not-text" }],
  ["Shift_JIS", Buffer.from([0x2f, 0x2f, 0x95, 0xbd, 0x8b, 0xcf]), { why: "ungradable.not-text" }],
  ["a text that is cut off", Buffer.from("平").subarray(0, 2), { why: "ungradable.not-text" }],
];

describe("reading a submission", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "gradus-read-"))));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  for (const [what, bytes, expected] of rows)
    it(what, async () => {
      const path = join(folder, "mine.ts");
      writeFileSync(path, bytes);
      const found = await readSubmission(path);
      assert.equal(found.fileName, "mine.ts");
      const said = "source" in found ? { source: found.source } : { why: found.unreadable.key };
      assert.deepEqual(said, expected);
    });

  it("says how large a file is and may be, in whole kilobytes", async () => {
    const path = join(folder, "large.ts");
    writeFileSync(path, "/".repeat(most + 1));
    const found = await readSubmission(path);
    assert.deepEqual("unreadable" in found && found.unreadable.values, { kb: 257, most: 256 });
  });

  const wrong: readonly (readonly [string, string, ErrorCode])[] = [
    ["no such file", "none.ts", "file-not-found"],
    ["a path through a file", "mine.ts/x.ts", "file-not-found"],
    ["a folder", "", "file-not-readable"],
    ["a device", "/dev/null", "file-not-readable"],
  ];
  for (const [what, name, code] of wrong)
    it(`${what} is the caller's mistake`, async () => {
      writeFileSync(join(folder, "mine.ts"), text);
      const path = name.startsWith("/") ? name : join(folder, name);
      await assert.rejects(
        readSubmission(path),
        (error) => error instanceof GradusError && error.code === code,
      );
    });
});

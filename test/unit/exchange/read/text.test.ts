import assert from "node:assert/strict";
import { decodeText } from "#exchange/read/text.ts";

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
const swapped = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

/** [what, bytes, text or null] */
const table: readonly (readonly [string, Uint8Array, string | null])[] = [
  ["UTF-8", Buffer.from("// 平均 é"), "// 平均 é"],
  ["UTF-8 with a mark", Buffer.from("\ufeffa"), "a"],
  ["UTF-16, little end first, with a mark", Buffer.from("\ufeff平均", "utf16le"), "平均"],
  ["UTF-16, big end first, with a mark", swapped("\ufeff平均"), "平均"],
  ["UTF-16 without a mark", Buffer.from("const a = 1; // 平", "utf16le"), "const a = 1; // 平"],
  ["UTF-16 without a mark, big end first", swapped("const a = 1;"), "const a = 1;"],
  ["UTF-16 with half a pair", Buffer.from("\ufeffa\ud800", "utf16le"), null],
  ["Shift_JIS with kana", latin1("// \x82\xb1\x82\xea"), "// これ"],
  ["Shift_JIS with kanji", latin1("// \x95\xbd\x8b\xcf"), "// 平均"],
  ["a curly apostrophe of Windows in English", latin1("// it\x92s"), null],
  ["an umlaut of Windows in German", latin1("// Sch\xe4tzer"), null],
  ["EUC-JP", latin1("// \xca\xbf\xb6\xd1"), null],
  ["zeros", Buffer.alloc(64), null],
  ["a picture", latin1("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), null],
];

describe("the text of a file", () => {
  for (const [what, bytes, expected] of table)
    it(what, () => {
      assert.equal(decodeText(bytes), expected);
    });
});

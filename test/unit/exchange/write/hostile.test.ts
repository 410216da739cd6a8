import assert from "node:assert/strict";
import { csv } from "#exchange/write/csv.ts";
import { fileNameOf } from "#exchange/write/fileNames.ts";
import { dataElement, html } from "#exchange/write/markup.ts";
import { withWritten } from "./written.ts";

describe("hostile names and texts", () => {
  let files: Readonly<Record<string, string>> = {};
  before(() => withWritten((written) => void (files = written)));

  it("numbers of hidden cases are in no file, even where a report has them", () => {
    for (const [path, text] of Object.entries(files))
      for (const number of ["31.4159", "27.1828"]) assert.ok(!text.includes(number), `${number} in ${path}`);
  });

  it("what students wrote is in no file", () => {
    for (const [path, text] of Object.entries(files)) assert.ok(!text.includes("export const"), path);
  });

  it("no page has an element that a student named", () => {
    for (const [path, text] of Object.entries(files).filter(([name]) => name.endsWith(".html"))) {
      assert.doesNotMatch(text, /<img|onerror=alert\(1\)>|<b>|<\/script><|<!--/, path);
      assert.equal(text.match(/<script/g)?.length ?? 0, path === "class.html" ? 2 : 0, path);
    }
  });

  it("no file lies outside of the folder, whatever a student is called", () => {
    for (const path of Object.keys(files)) assert.match(path, /^([a-z]+\/)?[a-z0-9-]+\.[a-z]+$/);
  });

  const cells: readonly (readonly [cell: string, written: string])[] = [
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1+1", "'-1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1+1", "'＝1+1"],
    [" =1+1", "' =1+1"],
    ["\t=1+1", "' =1+1"],
    ["a\r\n=1+1", "a =1+1"],
    ['say "=1"', '"say ""=1"""'],
    ["a,b", '"a,b"'],
    ["a;=1+1", '"a;=1+1"'],
    ["-", "-"],
    ["O'Neil", "O'Neil"],
  ];
  for (const [cell, written] of cells)
    it(`a cell ${JSON.stringify(cell)} starts no formula`, () => {
      assert.equal(csv([[cell]]), `${written}\r\n`);
    });

  it("a number stays a number, a missing cell is empty", () => {
    assert.equal(csv([[-1.5, undefined, ""]]), "-1.5,,\r\n");
  });

  it("file names are the same for no two ids", () => {
    const ids = ["ada", "Ada", "ADA", "a/b", "a-b", "a b", "..", ".", "", "con", "山田", "山田 ", fileNameOf("Ada"), "x".repeat(300)]; // prettier-ignore
    const names = ids.map(fileNameOf);
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, ids.length);
    for (const name of names) assert.match(name, /^[a-z0-9][a-z0-9_-]{0,63}$/);
    assert.equal(fileNameOf("ada"), "ada");
  });

  it("markup drops what XML cannot say and what turns the direction of a line", () => {
    const text = "a\u0000b\u0008c\uFFFEd\uFFFFe\u202Ef\u2066g\uD800h\u0085i\tj\nk🙂";
    assert.equal(html`${text}`.text, "abcdefg\uFFFDhi\tj\nk🙂");
  });

  it("embedded data cannot end its element, and is read back as it was", () => {
    const data = { name: "</script><!--<script>\u2028&amp;", n: 1 };
    const { text } = dataElement("data", data);
    const inner = text.slice(text.indexOf(">") + 1, text.lastIndexOf("<"));
    assert.doesNotMatch(inner, /[<>&\u2028]/);
    assert.deepEqual(JSON.parse(inner), data);
  });
});

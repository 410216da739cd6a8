import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const table = (path: string): Readonly<Record<string, string>> =>
  JSON.parse(read(path)) as Readonly<Record<string, string>>;

describe("the editor's texts", () => {
  it("are in the Japanese bundle, every one that the extension says and no other", () => {
    const said = new Set<string>();
    for (const path of globSync("extension/**/*.ts", { cwd: root }))
      for (const [, text = ""] of read(path).matchAll(/l10n\.t\(\s*("(?:[^"\\]|\\.)*")/g))
        said.add(JSON.parse(text) as string);
    assert.ok(said.size > 20);
    assert.deepEqual(
      Object.keys(table("extension/l10n/bundle.l10n.ja.json")).toSorted(),
      [...said].toSorted(),
    );
  });

  it("are literals, so that they can be found", () => {
    for (const path of globSync("extension/**/*.ts", { cwd: root }))
      assert.doesNotMatch(read(path), /l10n\.t\(\s*[^"\s]/, path);
  });

  it("keep their placeholders in Japanese", () => {
    for (const [english, japanese] of Object.entries(table("extension/l10n/bundle.l10n.ja.json")))
      assert.deepEqual(placeholders(japanese), placeholders(english), english);
  });

  it("of package.json are there in both languages, with the same links and code", () => {
    const used = [...read("package.json").matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? "");
    const [english, japanese] = [table("package.nls.json"), table("package.nls.ja.json")];
    assert.deepEqual(Object.keys(english).toSorted(), [...new Set(used)].toSorted());
    assert.deepEqual(Object.keys(japanese), Object.keys(english));
    for (const [key, text] of Object.entries(english)) {
      assert.deepEqual(links(japanese[key] ?? ""), links(text), key);
      assert.deepEqual(codes(japanese[key] ?? ""), codes(text), key);
    }
  });
});

function placeholders(text: string): readonly string[] {
  return (text.match(/\{\d\}/g) ?? []).toSorted();
}

function links(text: string): readonly string[] {
  return text.match(/\(command:[^)]*\)/g) ?? [];
}

function codes(text: string): readonly string[] {
  return (text.match(/`[^`]*`/g) ?? []).toSorted();
}

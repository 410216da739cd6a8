import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { render, type ExerciseTexts } from "#diagnose/render.ts";
import { english } from "#diagnose/sentences.en.ts";
import { japanese } from "#diagnose/sentences.ja.ts";
import type { Message } from "#contract/messages.ts";

const texts: ExerciseTexts = {
  "misconception.off-by-one": {
    en: "you read x[0] and z_{t-1} first",
    ja: "最初に x[0] と z_{t-1} を読んでいる",
  },
};

/** [what, message, English] */
const rows: readonly (readonly [string, Message, string])[] = [
  ["fills its values in", { key: "error.not-a-function", values: { got: "number" } }, "the export is number, not a function"], // prettier-ignore
  ["0 is a value", { key: "relation.times", values: { factor: 0 } }, "your result is the right one times 0"],
  ["leaves optional parts out", { key: "error.throw", values: {} }, "it throws"],
  [
    "keeps the optional parts that it can fill",
    { key: "error.throw", values: { line: 3 } },
    "it throws (line 3)",
  ],
  ["all optional parts", { key: "error.throw", values: { text: "x is not defined", line: 3 } }, "it throws: x is not defined (line 3)"], // prettier-ignore
  ["an empty place", { key: "failed.value", values: { case: "n-3", path: "", expected: "1", got: "2" } }, "case n-3: expected 1, got 2"], // prettier-ignore
  ["a place with brackets", { key: "failed.value", values: { case: "n-3", path: " [2][0]", expected: "1", got: "2" } }, "case n-3: [2][0] expected 1, got 2"], // prettier-ignore
  ["a student's text is not a template", { key: "error.throw", values: { text: "{line} [a] $& {text}", line: 1 } }, "it throws: {line} [a] $& {text} (line 1)"], // prettier-ignore
  ["an exercise's own sentence, its brackets untouched", { key: "exercise.misconception.off-by-one", values: {} }, "you read x[0] and z_{t-1} first"], // prettier-ignore
  ["an unknown key is shown as itself", { key: "no.such", values: {} }, "no.such"],
  ["an unknown key of the exercise too", { key: "exercise.misconception.none", values: {} }, "exercise.misconception.none"], // prettier-ignore
];

function check([what, message, words]: (typeof rows)[number]): void {
  it(what, () => {
    assert.equal(render(message, "en", texts), words);
  });
}

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([one]) => one).sort();
const optional = (text: string): readonly string[] =>
  [...text.matchAll(/\[([^\]]*)\]/g)].map(([part]) => placeholders(part).join()).sort();

describe("sentences", () => {
  rows.forEach(check);

  it("an exercise's own sentence in Japanese", () => {
    const message = { key: "exercise.misconception.off-by-one", values: {} };
    assert.equal(render(message, "ja", texts), texts["misconception.off-by-one"]?.ja);
  });

  it("both languages have the same keys, placeholders and optional parts", () => {
    assert.deepEqual(Object.keys(japanese).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      const other = japanese[key] ?? "";
      assert.deepEqual([...new Set(placeholders(other))], [...new Set(placeholders(text))], key);
      assert.deepEqual(optional(other), optional(text), key);
    }
  });

  it("Japanese sentences are Japanese, end without a full stop as the English ones do, and have no half-width punctuation", () => {
    for (const [key, text] of Object.entries(japanese)) {
      const words = text.replaceAll(/\{\w+\}/g, "");
      assert.match(words, /[\u3040-\u30ff\u4e00-\u9fff]/, key);
      assert.doesNotMatch(words, /。$|[,!?]|[\u3040-\u30ff\u4e00-\u9fff]\.(\s|$)/, key);
    }
    for (const [key, text] of Object.entries(english)) assert.doesNotMatch(text, /\.$|[\u3040-\u9fff]/, key);
  });

  it("every key that the grader names has a sentence", () => {
    const named = sourcesOf(join(import.meta.dirname, "..", "..", "..", "grader")).flatMap((source) =>
      [...source.matchAll(/key: "([a-z][\w.-]+)"/g)].map((match) => match[1] ?? ""),
    );
    assert.ok(named.length > 15, named.join());
    assert.deepEqual(
      named.filter((key) => !(key in english)),
      [],
    );
  });
});

function sourcesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

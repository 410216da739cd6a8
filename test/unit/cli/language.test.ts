import assert from "node:assert/strict";
import { systemLanguage } from "#cli/language.ts";

const rows: readonly (readonly [Record<string, string>, "en" | "ja"])[] = [
  [{}, "en"],
  [{ LANG: "ja_JP.UTF-8" }, "ja"],
  [{ LANG: "en_GB.UTF-8" }, "en"],
  [{ LANG: "C" }, "en"],
  [{ LANG: "de_DE" }, "en"],
  [{ LC_MESSAGES: "ja_JP", LANG: "en_US" }, "ja"],
  [{ LC_ALL: "C.UTF-8", LC_MESSAGES: "ja_JP", LANG: "ja_JP" }, "en"],
];

describe("the system's language", () => {
  for (const [env, language] of rows)
    it(`${JSON.stringify(env)}: ${language}`, () => {
      assert.equal(systemLanguage(env), language);
    });
});

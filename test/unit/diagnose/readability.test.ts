import assert from "node:assert/strict";
import type { Language } from "#contract/messages.ts";
import { complaintsAbout } from "#diagnose/readability.ts";
import { render } from "#diagnose/render.ts";
import { english } from "#diagnose/sentences.en.ts";
import { japanese } from "#diagnose/sentences.ja.ts";

type Row = readonly [language: Language, kind: "clause" | "prose", text: string, complaint: RegExp | null];

/** Sentences that a rule must find, beside ones that it must leave alone. */
const rows: readonly Row[] = [
  ["en", "clause", "your variance is the right one times n/(n-1)", null],
  ["en", "prose", "Look at the divisor. Which one makes your own dSigma2 zero?", null],
  ["en", "prose", `${"word ".repeat(31)}end.`, /32 words/],
  ["en", "prose", `${"word ".repeat(20)}end. ${"word ".repeat(20)}end.`, null],
  [
    "en",
    "prose",
    "If it is so when it was so because it is so unless it is not, look.",
    /4 subordinate clauses/,
  ],
  ["en", "prose", "A line, a row, a column, a layer, a batch, a step.", /5 commas/],
  ["en", "prose", "For $a, b$, $c$ and $d$, $e$, $f$, the sum is $g$.", null],
  ["en", "clause", "you forgot the factor 1/2", /judges/],
  ["en", "clause", "a careless slip in the sign", /judges/],
  ["en", "prose", "The sign is clearly the other one.", /judges/],
  ["en", "clause", "it doesn't end", /contraction/],
  ["en", "clause", "every data point counts", /sample/],
  ["en", "clause", "The sign is the other one", /begins small/],
  ["en", "clause", "the sign is the other one.", /without a stop/],
  ["en", "clause", "expected {expected}, got 1", /placeholder/],
  ["en", "prose", "The term $\\frac{1}{2}$ stays.", null],
  ["en", "clause", "符号が逆になっている", /other language/],
  ["ja", "clause", "結果の符号が正しい値と逆になっている", null],
  ["ja", "prose", `${"長い".repeat(41)}。`, /82 letters/],
  ["ja", "prose", `${"長い".repeat(25)}。${"長い".repeat(25)}。`, null],
  ["ja", "prose", "これは、それは、あれは、どれは、何は、同じである。", /5 commas/],
  ["ja", "clause", "係数を忘れている", /judges/],
  ["ja", "clause", "引数を書き換えてしまっている", /judges/],
  ["ja", "prose", "もう一度確かめましょう。", /plain form/],
  ["ja", "prose", "和を取る。", /in kana/],
  ["ja", "prose", "2 つの項がある。", /in words/],
  ["ja", "prose", "符号を見る,そして直す.", /ends with/],
  ["ja", "clause", "符号が逆である。", /without a stop/],
  ["ja", "clause", "the sign is the other one", /other language/],
];

describe("what is easy to read", () => {
  for (const [language, kind, text, complaint] of rows)
    it(`${complaint === null ? "leaves" : "finds"} "${text.slice(0, 60)}"`, () => {
      const found = complaintsAbout(text, language, kind).join("; ");
      if (complaint === null) assert.equal(found, "");
      else assert.match(found, complaint);
    });
});

describe("every sentence of the grader's own", () => {
  const tables = { en: english, ja: japanese } as const;
  for (const language of ["en", "ja"] as const)
    it(`reads well with everything that it can say, and with nothing (${language})`, () => {
      const complaints = Object.entries(tables[language]).flatMap(([key, template]) => {
        const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
        const optional = [...template.matchAll(/\[([^\]]*)\]/g)].flatMap(([, part = ""]) =>
          [...part.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
        );
        const values = Object.fromEntries(names.map((name) => [name, name === "line" ? 3 : "muHat"]));
        const least = Object.fromEntries(Object.entries(values).filter(([name]) => !optional.includes(name)));
        return [values, least].flatMap((given) =>
          complaintsAbout(render({ key, values: given }, language), language, "clause").map(
            (what) => `${key}: ${what}`,
          ),
        );
      });
      assert.deepEqual(complaints, []);
    });
});

import type { Language } from "#contract/messages.ts";

/**
 * What makes a sentence hard to read, as far as it can be measured. A student reads it between two attempts, in a squiggle or a
 * terminal, often in a second language: one thought a sentence, no clause inside a clause inside a clause, no word that
 * judges. Returns complaints for the author; none is green.
 *   clause   a sentence's part beside code: begins small, ends without a stop
 *   prose    whole sentences, formulas between dollars or in backquotes among them
 */
export function complaintsAbout(
  text: string,
  language: Language,
  kind: "clause" | "prose",
): readonly string[] {
  const plain = withoutFormulas(text);
  const sentences = plain.split(stops[language]).filter((one) => /\p{L}/u.test(one));
  return [
    ...sentences.flatMap((sentence) => limits[language].flatMap((limit) => limit(sentence))),
    ...judging[language].filter((word) => word.test(plain)).map((word) => `judges: ${word.source}`),
    ...unwanted[language].filter(([word]) => word.test(plain)).map(([, why]) => why),
    ...form(text, plain, language, kind),
  ];
}

/** A formula is read as one thing, however long; code and TeX are formulas. */
function withoutFormulas(text: string): string {
  return text
    .replaceAll(/```[\s\S]*?```|\$\$[\s\S]+?\$\$/g, " F. ")
    .replaceAll(/`[^`]*`|\$[^$]+\$/g, "F")
    .replaceAll(/(?:[F\d][\d.]*)(?:(?:, and |, | and |、|と| と )(?:F|\d[\d.]*))+/g, "F"); // a list of values is looked over as one
}

/** Where a reader may rest. A colon and a semicolon part thoughts as a full stop does. */
const stops: Readonly<Record<Language, RegExp>> = {
  en: /[.?!](?=\s|$)|[:;](?=\s)|\n\s*\n|\n- /,
  ja: /[。？！]|: |：|\n/,
};

type Limit = (sentence: string) => readonly string[];

/** Plain-language guides stop at 25 to 30 English words and at 60 to 80 Japanese letters a sentence. */
const MOST_WORDS = 30;
const MOST_LETTERS = 80;
const MOST_COMMAS = 4;
const MOST_NESTED = 3;

const limits: Readonly<Record<Language, readonly Limit[]>> = {
  en: [
    (sentence) => atMost(MOST_WORDS, "words", wordsIn(sentence), sentence),
    (sentence) => atMost(MOST_COMMAS, "commas", count(sentence, /,(?=\s)/g), sentence),
    (sentence) => atMost(MOST_NESTED, "subordinate clauses", count(sentence, subordinators), sentence),
  ],
  ja: [
    (sentence) => atMost(MOST_LETTERS, "letters", lettersIn(sentence), sentence),
    (sentence) => atMost(MOST_COMMAS, "commas", count(sentence, /、/g), sentence),
  ],
};

const subordinators =
  /\b(?:which|who|whose|where|when|while|because|since|although|unless|whether|if|so that|as if|until)\b/gi;

function wordsIn(sentence: string): number {
  return count(sentence, /\S*\p{L}\S*/gu);
}

/** A run of Latin letters and digits is a name or a number, and read as one. */
function lettersIn(sentence: string): number {
  return count(sentence.replaceAll(/[!-~]+(?: [!-~]+)*/g, "F"), /\S/gu);
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

function atMost(most: number, what: string, found: number, sentence: string): readonly string[] {
  return found <= most ? [] : [`${found} ${what}, at most ${most}: ${sentence.trim()}`];
}

/** Words that speak of the person, or tell somebody who is stuck how easy it is. */
const judging: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /\b(?:you|your) (?:failed|forgot|mistake|error)\b/i,
    /\b(?:mistake|mistaken|careless|stupid|silly|sloppy|lazy|blunder|fault)\b/i,
    /\b(?:obviously|clearly|simply|trivial|trivially|easy|easily|of course|just|should have)\b/i,
  ],
  ja: [/間違い|誤って|ミス|不注意|失敗|忘れ|怠/, /当然|明らか|簡単|もちろん|自明/, /てしま[いうえっ]/],
};

/** One word for one thing, and the hand that the rest is written in. */
const unwanted: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\b\w+n't\b|\b(?:it|that|there|what)'s\b/i, "a contraction: write both words"],
    [/\b(?:datapoint|data point)s?\b/i, "a sample is called a sample"],
    [/\bstd(?:dev)?\b/i, "a standard deviation is called so"],
    [/ {2}\S/, "two spaces"],
  ],
  ja: [
    [/です|ます(?!る)|ください|ましょう/, "plain form: である, not です・ます"],
    [/和を取|平均を取/, "和をとる, 平均をとる: in kana"],
    [/\d ?(?:つ|回|度ずつ)/, "a small count in words: 二つ, 二回"],
    [/添え字/, "添字: without え"],
    [/レイヤ/, "a layer is called 層"],
    [/[ぁ-んァ-ヶ一-龠][,.]/, "a Japanese clause ends with 、 or 。"],
    [/[ぁ-んァ-ヶ一-龠] {2}/, "two spaces"],
  ],
};

function form(text: string, plain: string, language: Language, kind: "clause" | "prose"): readonly string[] {
  const japanese = /[ぁ-んァ-ヶ一-龠]/.test(text);
  const foreign = japanese === (language === "ja") ? [] : ["is in the other language"];
  const left = /\{\w+\}|\[\]|\bundefined\b|\bTODO\b|\bTBD\b/.exec(plain);
  const placeholder = left === null ? [] : [`a placeholder is left: ${left[0]}`];
  if (kind === "prose") return [...foreign, ...placeholder];
  const capital = /^\p{Lu}\p{Ll}/u.test(text) ? ["a clause begins small"] : [];
  const stop = /[.。]$/.test(text) ? ["a clause ends without a stop"] : [];
  return [...foreign, ...placeholder, ...capital, ...stop];
}

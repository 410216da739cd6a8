import type { Language } from "#contract/messages.ts";
import type { Status } from "#contract/report.ts";

/** The page's own words. The page has a language of its own, which the editor's need not be. */
export interface Words {
  readonly points: (points: number, maxPoints: number) => string;
  readonly minutes: (minutes: number) => string;
  readonly track: (number: number, title: string) => string;
  readonly prerequisites: string;
  readonly language: string;
  readonly functions: string;
  readonly check: string;
  readonly picture: string;
  readonly hint: (level: number, levels: number) => string;
  readonly hintFor: (name: string) => string;
  readonly noMoreHints: string;
  readonly hintTitle: (level: number, levels: number) => string;
  readonly reveal: (name: string) => string;
  readonly status: Readonly<Record<Status, string>>;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    points: (points, maxPoints) => `${points} / ${maxPoints} points`,
    minutes: (minutes) => `about ${minutes} min`,
    track: (number, title) => `${number}. ${title}`,
    prerequisites: "Builds on",
    language: "Language of this page",
    functions: "Your functions",
    check: "Check",
    picture: "Picture",
    hint: (level, levels) => `Hint ${level} of ${levels}`,
    hintFor: (name) => `for ${name}`,
    noMoreHints: "No more hints",
    hintTitle: (level, levels) => `Hint ${level} of ${levels}`,
    reveal: (name) => `Go to ${name} in your file`,
    status: {
      passed: "right",
      "follow-through": "follows from an earlier line",
      failed: "not right yet",
      error: "stopped with an error",
      timeout: "took too long",
      "not-attempted": "not written yet",
      ungradable: "cannot be read",
    },
  },
  ja: {
    points: (points, maxPoints) => `${points} / ${maxPoints} 点`,
    minutes: (minutes) => `目安 ${minutes} 分`,
    track: (number, title) => `${number}. ${title}`,
    prerequisites: "先に解く演習",
    language: "このページの言語",
    functions: "書く関数の状況",
    check: "採点する",
    picture: "図を見る",
    hint: (level, levels) => `ヒント ${level} / ${levels}`,
    hintFor: (name) => `（${name}）`,
    noMoreHints: "ヒントは以上です",
    hintTitle: (level, levels) => `ヒント ${level} / ${levels}`,
    reveal: (name) => `自分のファイルの ${name} へ移動`,
    status: {
      passed: "正解",
      "follow-through": "前の行から導かれている",
      failed: "誤り",
      error: "エラー",
      timeout: "時間切れ",
      "not-attempted": "未記入",
      ungradable: "採点できない",
    },
  },
};

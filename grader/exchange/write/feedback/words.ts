import type { Language } from "#contract/messages.ts";
import type { Status } from "#contract/report.ts";

/** A feedback page's own words. */
export interface Words {
  readonly feedback: string;
  readonly total: string;
  readonly points: (points: string, maxPoints: string) => string;
  readonly status: Readonly<Record<Status, string>>;
  readonly look: string;
  readonly comment: string;
  readonly late: (percent: string, before: string, after: string) => string;
  readonly handedIn: (time: string) => string;
  readonly due: (time: string) => string;
  readonly notHandedIn: string;
  readonly notGraded: string;
  readonly place: (line: number, column: number, message: string) => string;
  readonly hidden: string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    feedback: "Feedback",
    total: "Total",
    points: (points, maxPoints) => `${points} / ${maxPoints} points`,
    status: {
      passed: "right",
      "follow-through": "follows from an earlier line",
      failed: "not right yet",
      error: "stopped with an error",
      timeout: "took too long",
      "not-attempted": "not written yet",
      ungradable: "cannot be read",
    },
    look: "Where to look",
    comment: "Your instructor writes",
    late: (percent, before, after) =>
      `Handed in late: ${percent} of the score is taken off, ${before} becomes ${after}.`,
    handedIn: (time) => `Handed in ${time}`,
    due: (time) => `due ${time}`,
    notHandedIn: "Nothing was handed in for this exercise.",
    notGraded: "This file has not been graded; that is not your fault. Ask your instructor.",
    place: (line, column, message) => `Line ${line}, column ${column}: ${message}`,
    hidden: "Some cases are hidden. Of these a page says only what kind failed.",
  },
  ja: {
    feedback: "フィードバック",
    total: "合計",
    points: (points, maxPoints) => `${points} / ${maxPoints} 点`,
    status: {
      passed: "正解",
      "follow-through": "前の行の誤りを引き継いでいる",
      failed: "まだ正しくない",
      error: "エラーで止まった",
      timeout: "時間がかかりすぎた",
      "not-attempted": "未着手",
      ungradable: "読み取れない",
    },
    look: "見直すところ",
    comment: "教員からのコメント",
    late: (percent, before, after) => `提出の遅れにより ${percent} を減点し、${before} を ${after} とする。`,
    handedIn: (time) => `提出 ${time}`,
    due: (time) => `締切 ${time}`,
    notHandedIn: "この演習は提出されていない。",
    notGraded: "このファイルはまだ採点されていない。提出者の責任ではないので、教員に問い合わせること。",
    place: (line, column, message) => `${line} 行目 ${column} 文字目: ${message}`,
    hidden: "一部のケースは非公開である。それらについては、失敗した種類だけを示す。",
  },
};

import type { Language } from "#contract/messages.ts";
import type { Problem } from "#contract/scene.ts";

/** The page's own words; all others come with the picture. */
export interface Words {
  readonly language: string;
  readonly controls: string;
  readonly play: string;
  readonly pause: string;
  readonly step: string;
  readonly restart: string;
  readonly saveAs: string;
  readonly numbers: string;
  readonly key: string;
  readonly faint: string;
  readonly cursor: string;
  readonly cell: (row: number, column: number, value: string) => string;
  readonly removable: string;
  readonly reveal: (name: string) => string;
  readonly problem: (problem: Problem) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    language: "Language of this page",
    controls: "Controls",
    play: "Play",
    pause: "Pause",
    step: "Step",
    restart: "Start over",
    saveAs: "Save as",
    numbers: "Numbers",
    key: "Key",
    faint: "Drawn faintly: the last result that worked.",
    cursor: "Arrow keys move the cursor, Enter presses.",
    cell: (row, column, value) => `row ${row}, column ${column}: ${value}`,
    removable: "Delete or a double click removes it.",
    reveal: (name) => `Go to ${name} in your file`,
    problem: ({ kind, function: name, text }) => {
      const said = text === "" ? "" : `: ${text}`;
      switch (kind) {
        case "source":
          return `Your file cannot be loaded${said}`;
        case "untrusted":
          return "Your functions are not run here: only in a workspace that you trust.";
        case "not-attempted":
          return `${name} is not written yet.`;
        case "throws":
          return `${name} stops with an error${said}`;
        case "timeout":
          return `${name} takes too long for a picture.`;
        case "memory":
          return `${name} needs more memory than there is.`;
        case "too-large":
          return `${name} returns more numbers than a picture can show.`;
        case "wrong-type":
          return `${name} returns something else than its signature says${said}`;
        case "not-finite":
          return `${name} returns NaN or infinity here.`;
      }
    },
  },
  ja: {
    language: "このページの言語",
    controls: "操作",
    play: "再生",
    pause: "一時停止",
    step: "1 ステップ",
    restart: "最初から",
    saveAs: "保存",
    numbers: "数値",
    key: "凡例",
    faint: "薄く描いたものは、最後に得られた正常な結果である。",
    cursor: "矢印キーでカーソルを動かし、Enter で押す。",
    cell: (row, column, value) => `${row} 行 ${column} 列: ${value}`,
    removable: "Delete キーまたはダブルクリックで取り除く。",
    reveal: (name) => `自分のファイルの ${name} へ移動`,
    problem: ({ kind, function: name, text }) => {
      const said = text === "" ? "。" : `: ${text}`;
      switch (kind) {
        case "source":
          return `ファイルを読み込めない${said}`;
        case "untrusted":
          return "信頼されていないワークスペースでは、書いた関数を実行しない。";
        case "not-attempted":
          return `${name} はまだ書かれていない。`;
        case "throws":
          return `${name} がエラーで止まった${said}`;
        case "timeout":
          return `${name} は時間がかかりすぎて図に描けない。`;
        case "memory":
          return `${name} はメモリを使い切った。`;
        case "too-large":
          return `${name} の戻り値は図に描くには数が多すぎる。`;
        case "wrong-type":
          return `${name} の戻り値がシグネチャと異なる${said}`;
        case "not-finite":
          return `${name} がここで NaN か無限大を返した。`;
      }
    },
  },
};

import type { Control, Key, Localized } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { arrowsPanel } from "./looking/arrows.ts";
import { readingPanel } from "./looking/reading.ts";
import { rowPanel } from "./looking/row.ts";
import { change, start, type LookingState } from "./looking/state.ts";
import { ask, keys, verdict, type Drawing, type Matrix, type View } from "./players.ts";
import { squaresPanel } from "./squares.ts";
import { maskControl, maskOf, tokenAt, tokens } from "./tokens.ts";

export const looking: View<LookingState> = {
  start,
  change,
  controls,
  calls: (state) => {
    const queries = cooled(state);
    const mask = maskOf(state.mask);
    return [
      ask("attentionWeights", "", [queries, state.keys, mask]),
      ask("attention", "", [queries, state.keys, state.values, mask]),
    ];
  },
  scene: (shown) => ({
    panels: [
      squaresPanel(shown, {
        id: "weights",
        title: words("Who looks where: area is weight", "誰がどこを見るか（面積が重み）"),
        columns: 4,
        mask: maskOf(shown.state.mask),
        token: shown.state.token,
        weights: (of) => of.get("attentionWeights", ""),
      }),
      arrowsPanel(shown.state),
      readingPanel(shown),
      rowPanel(shown),
    ],
    keys: [...inksUsed, keys.student, keys.reference, keys.misconception, keys.hidden],
    says: sentences(shown),
  }),
};

const inksUsed: readonly Key[] = [
  { ink: "accent", mark: "arrow", text: words("query of the chosen token", "選んだトークンのクエリ") },
  { ink: "data", mark: "arrow", text: words("keys", "キー") },
  { ink: "data", mark: "diamond", text: words("values", "値") },
];

function cooled({ queries, temperature }: LookingState): Matrix {
  return queries.map((query) => query.map((value) => value / temperature));
}

function controls({ token, mask, temperature }: LookingState): readonly Control[] {
  const printed = short(temperature);
  return [
    {
      control: "choice",
      id: "token",
      label: words("token", "トークン"),
      options: tokens.map((label, index) => ({ value: String(index), label })),
      value: String(token),
    },
    maskControl(mask),
    {
      control: "slider",
      id: "temperature",
      label: words("temperature", "温度"),
      min: -3,
      max: 3,
      step: 0.5,
      value: Math.log2(temperature),
      text: words(printed, printed),
    },
    { control: "button", id: "again", label: words("Reset", "元に戻す") },
  ];
}

function sentences({ state, student, reference }: Drawing<LookingState>): readonly Localized[] {
  const { en, ja } = tokenAt(state.token);
  const [own, right] = [student.get("attentionWeights", ""), reference.get("attentionWeights", "")];
  const printed = (weights: Matrix | undefined): string =>
    (weights?.[state.token] ?? []).map((weight) => short(weight)).join(", ");
  const reads = (rows: Matrix | undefined): string =>
    (rows?.[state.token] ?? []).map((value) => short(value)).join(", ");
  const [ownRead, rightRead] = [student.get("attention", ""), reference.get("attention", "")];
  return [
    words(`Weights of “${en}”: ${printed(right)}.`, `「${ja}」の重み: ${printed(right)}。`),
    verdict(own, right, words(`Your row: ${printed(own)}.`, `自分の行: ${printed(own)}。`)),
    words(`It reads (${reads(rightRead)}).`, `読み取る値は (${reads(rightRead)}) である。`),
    ...(ownRead === undefined
      ? []
      : [
          verdict(
            ownRead,
            rightRead,
            words(`Yours reads (${reads(ownRead)}).`, `自分の出力は (${reads(ownRead)}) である。`),
          ),
        ]),
  ];
}

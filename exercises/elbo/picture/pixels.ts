import type { Scene } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { derivatives, derivativesOf } from "./derivatives.ts";
import { type PixelsState, sharpnessRange, codes, rows, change, logitsOf, placeOf } from "./pixels/state.ts";
import { reconstructions } from "./pixels/reconstructions.ts";
import { gradients } from "./pixels/gradients.ts";
import { batch } from "./pixels/batch.ts";
import { curveOf, curves } from "./pixels/curves.ts";
import { agree, ask, judged, keys, type Drawing, type Functions, type View } from "./players.ts";
import { images } from "./pixels/images.ts";

export const pixels: View<PixelsState> = {
  start: { x: images.map((image) => [...image]), sharpness: 1.5, row: 0, pixel: 27 },
  change,
  controls: ({ sharpness, row }) => [
    {
      control: "choice",
      id: "row",
      label: words("image", "画像"),
      options: rows.map((one) => ({ value: String(one), label: words(`${one + 1}`, `${one + 1}`) })),
      value: String(row),
    },
    {
      control: "slider",
      id: "sharpness",
      label: words("how sure the decoder is", "復号化器の自信"),
      min: sharpnessRange[0],
      max: sharpnessRange[1],
      step: 0.1,
      value: sharpness,
      text: words(`logits to ±${largest(sharpness)}`, `logit は ±${largest(sharpness)} まで`),
    },
    { control: "button", id: "restore", label: words("Restore the images", "画像を元に戻す") },
  ],
  calls: (state) => {
    const { x, row } = state;
    const logits = logitsOf(state);
    return [
      ask("elbo", "", [x, logits, codes.mu, codes.logVar]),
      ask("negElboGradient", "", [x, logits, codes.mu, codes.logVar]),
      ...rows.flatMap((n) => [
        ask("reconstruction", `row${n}`, [x[n] ?? [], logits[n] ?? []]),
        ask("klTerm", `row${n}`, [codes.mu[n] ?? [], codes.logVar[n] ?? []]),
      ]),
      ...(x[row] ?? []).map((value, k) =>
        ask("reconstruction", `pixel${k}`, [[value], [logits[row]?.[k] ?? NaN]]),
      ),
      ...[0, 1].flatMap((value) =>
        curveOf(state).map((logit, index) =>
          ask("reconstruction", `curve${value}/${index}`, [[value], [logit]]),
        ),
      ),
    ];
  },
  scene: (shown) => ({
    panels: [
      reconstructions(shown),
      gradients(shown),
      batch(shown),
      curves(shown),
      derivatives(shown, shown.state.row, {
        title: words(
          "negElboGradient by the image's mu and logVar",
          "画像の mu と logVar による negElboGradient",
        ),
        note: words("Of a mean over the three images.", "3 枚の平均についての微分である。"),
        columns: 5,
        aspect: 1.26,
      }),
    ],
    keys: [
      { ink: "data", mark: "area", text: words("pixels that are 1", "値が 1 の画素") },
      keys.student,
      keys.reference,
      keys.misconception,
      { ink: "wrong", mark: "cross", text: words("not the right number", "正しくない値") },
      { ink: "accent", mark: "diamond", text: words("the pixel last pressed", "最後に押した画素") },
    ],
    says: sentences(shown),
  }),
};

function largest(sharpness: number): string {
  return short(2 ** sharpness, sharpness < 6 ? 3 : 4);
}

function sentences({ state, student, reference }: Drawing<PixelsState>): Scene["says"] {
  const { row, pixel } = state;
  const of = (functions: Functions): (number | undefined)[] => [
    functions.get("elbo", ""),
    functions.get("reconstruction", `row${row}`),
    functions.get("reconstruction", `pixel${pixel}`),
  ];
  const [own, right] = [of(student), of(reference)];
  const said = (values: typeof own): string =>
    `elbo ${short(values[0], 4)}, reconstruction ${short(values[1], 4)}, (${placeOf(pixel)}): ${short(values[2])}`;
  const where = `x = ${state.x[row]?.[pixel] ?? 0}, logit ${short(logitsOf(state)[row]?.[pixel])}`;
  return [
    judged({
      right: words(
        `Image ${row + 1}, and its pixel (${placeOf(pixel)}) with ${where}. Right: ${said(right)} nats.`,
        `画像 ${row + 1} と、その画素 (${placeOf(pixel)})（${where}）。正しい値: ${said(right)} ナット。`,
      ),
      own,
      theirs: right,
      said: said(own),
    }),
    ...slopes({ state, student, reference }),
  ];
}

/** Says of the gradient only what is wrong with it. */
function slopes({ state, student, reference }: Omit<Drawing<PixelsState>, "misconception">): Scene["says"] {
  const of = (functions: Functions): readonly (number | undefined)[] => [
    ...(functions.get("negElboGradient", "")?.logits[state.row] ?? []),
    ...derivativesOf(functions, state.row),
  ];
  const [own, right] = [of(student), of(reference)];
  const wrong = own.filter((value, index) => !agree(value, right[index])).length;
  if (wrong === 0) return [];
  return [
    words(
      `Your negElboGradient is not the right one in ${wrong} of this image's ${right.length} numbers.`,
      `この画像についての negElboGradient の ${right.length} 個の値のうち、${wrong} 個が正しくない。`,
    ),
  ];
}

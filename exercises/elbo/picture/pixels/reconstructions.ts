import type { Panel } from "#sdk/picture.ts";
import { cell, extent, short, words } from "#sdk/plot.ts";
import { type PixelsState, logitsOf, placeOf } from "./state.ts";
import { across, spread, bitmap, ownBitmap, frames, titles, crosses, pointer } from "./bitmap.ts";
import { placed, type Drawing, type Functions } from "../players.ts";

/** Four bitmaps in a row: the image, the decoder's guess, and what each pixel adds by the student and by the reference. */
export function reconstructions(shown: Drawing<PixelsState>): Panel {
  const { state, student, reference } = shown;
  const x = state.x[state.row] ?? [];
  const logits = logitsOf(state)[state.row] ?? [];
  const each = (functions: Functions) => x.map((_, k) => functions.get("reconstruction", `pixel${k}`));
  const [own, right] = [each(student), each(reference)];
  const most = Math.max(0.7, -extent(right)[0]);
  const y = logits.map((logit) => 1 / (1 + Math.exp(-logit)));
  return {
    id: "reconstructions",
    title: words(
      "Reconstruction, pixel by pixel: press pixels of x",
      "画素ごとの再構成項: x の画素を押してみる",
    ),
    note: words(
      `The stronger the colour, the more the pixel takes away, up to ${short(-most)} nats. A pixel that you press surprises the decoder.`,
      `色が強い画素ほど値を大きく下げ、最も強いところで ${short(-most)} ナットである。押した画素は復号化器の予想に反することになる。`,
    ),
    columns: 12,
    aspect: across(4),
    ...spread(4),
    marks: [
      bitmap(0, { ink: "data", values: x, domain: [0, 1], press: "x" }),
      bitmap(1, { ink: "data", values: y, domain: [0, 1] }),
      ...ownBitmap(2, { ink: "student", values: own.map(placed), domain: [0, -most] }, own),
      bitmap(3, { ink: "reference", values: right.map(placed), domain: [0, -most] }),
      ...frames(4),
      ...crosses(2, own, right),
      ...[0, 1, 2, 3].map((place) => pointer(place, state.pixel)),
      titles([
        words("image x", "画像 x"),
        words("guess y", "予想 y"),
        words("yours", "自分の値"),
        words("right", "正しい値"),
      ]),
    ],
    table: {
      columns: [
        words("pixel (row, column)", "画素（行, 列）"),
        words("x", "x"),
        words("logit", "logit"),
        words("yours", "自分の値"),
        words("right", "正しい値"),
      ],
      rows: x.map((value, k) => [placeOf(k), value, cell(logits[k]), cell(own[k]), cell(right[k])]),
    },
  };
}

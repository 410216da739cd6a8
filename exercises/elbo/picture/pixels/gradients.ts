import type { Panel } from "#sdk/picture.ts";
import { cell, short, words } from "#sdk/plot.ts";
import { type PixelsState, placeOf } from "./state.ts";
import {
  across,
  spread,
  type Pixels,
  bitmap,
  ownBitmap,
  frames,
  titles,
  crosses,
  pointer,
} from "./bitmap.ts";
import { placed, type Drawing } from "../players.ts";
import { images } from "./images.ts";

/** negElboGradient.logits of the image that is looked at. */
export function gradients({ state, student, reference }: Drawing<PixelsState>): Panel {
  const [own, right] = [student, reference].map((one) =>
    images[0]?.map((_, k) => one.get("negElboGradient", "")?.logits[state.row]?.[k]),
  );
  const [mine, theirs] = [own ?? [], right ?? []];
  const most = Math.max(0.02, ...theirs.map((value) => Math.abs(value ?? 0)));
  const pixelsOf = (values: readonly (number | undefined)[]): Pixels => ({
    ink: "student",
    colours: "diverging",
    values: values.map(placed),
    domain: [-most, most],
  });
  return {
    id: "gradients",
    title: words("negElboGradient by each logit", "各 logit による negElboGradient"),
    note: words(
      `Blue is positive, orange negative, at full strength ±${short(most)}. A step goes against it.`,
      `青が正、橙が負で、最も強いところが ±${short(most)} である。学習では逆向きに動かす。`,
    ),
    columns: 6,
    aspect: across(2),
    ...spread(2),
    marks: [
      ...ownBitmap(0, pixelsOf(mine), mine),
      { ...bitmap(1, pixelsOf(theirs)), ink: "reference" },
      ...frames(2),
      ...crosses(
        0,
        mine.map((value) => (value === undefined ? undefined : value / most)),
        theirs.map((value) => (value === undefined ? undefined : value / most)),
      ),
      pointer(0, state.pixel),
      pointer(1, state.pixel),
      titles([words("yours", "自分の値"), words("right", "正しい値")]),
    ],
    table: {
      columns: [
        words("pixel (row, column)", "画素（行, 列）"),
        words("yours", "自分の値"),
        words("right", "正しい値"),
      ],
      rows: mine.map((value, k) => [placeOf(k), cell(value), cell(theirs[k])]),
    },
  };
}

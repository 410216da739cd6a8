import type { HeatmapMark, Ink, Mark, Panel, Scene, SceneEvent } from "#sdk/picture.ts";
import { cell, clamp, extent, short, steps, words } from "#sdk/plot.ts";
import { guesses, images, side } from "./bitmaps.ts";
import {
  agree,
  ask,
  judged,
  keys,
  placed,
  players,
  type Drawing,
  type Functions,
  type View,
} from "./players.ts";

/** A batch of three images, how sure the decoder is, which image is looked at, and which of its pixels. */
export interface PixelsState {
  readonly x: number[][];
  /** Logits go up to 2 to this power. */
  readonly sharpness: number;
  readonly row: number;
  readonly pixel: number;
}

const sharpnessRange = [-1, 5.5] as const;
/** What the encoder says of each image; nothing here moves it. */
const codes = {
  mu: [
    [2.1, -0.9],
    [-1.2, 1.6],
    [0.7, 2.4],
  ],
  logVar: [
    [-1.6, -0.7],
    [-0.9, -2],
    [0.6, -1.2],
  ],
};
const rows = [0, 1, 2];
const logitRange = [-48, 48] as const;
const curve = steps(...logitRange, 65);

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
      text: words(`logits to ±${short(2 ** sharpness)}`, `logit は ±${short(2 ** sharpness)} まで`),
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
        curve.map((logit, index) => ask("reconstruction", `curve${value}/${index}`, [[value], [logit]])),
      ),
    ];
  },
  scene: (shown) => ({
    panels: [reconstructions(shown), gradients(shown), batch(shown), curves(shown)],
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

function change(state: PixelsState, event: SceneEvent): PixelsState {
  switch (event.kind) {
    case "set":
      if (event.id === "row") return { ...state, row: clamp(Math.round(Number(event.value)), 0, 2) };
      return event.id === "sharpness"
        ? { ...state, sharpness: clamp(Number(event.value), ...sharpnessRange) }
        : state;
    case "press": {
      const [column, row] = [event.x, event.y].map((value) => clamp(Math.floor(value), 0, side - 1));
      return flipped(state, (row ?? 0) * side + (column ?? 0));
    }
    case "push":
      return event.id === "restore" ? { ...state, x: images.map((image) => [...image]) } : state;
    case "drag":
    case "remove":
      return state;
  }
}

function flipped(state: PixelsState, pixel: number): PixelsState {
  const x = state.x.map((image, n) =>
    n === state.row ? image.map((value, k) => (k === pixel ? 1 - value : value)) : image,
  );
  return { ...state, x, pixel };
}

function logitsOf({ sharpness }: PixelsState): number[][] {
  return guesses.map((guess) => guess.map((value) => 2 ** sharpness * value));
}

/** Four bitmaps in a row: the image, the decoder's guess, and what each pixel adds by the student and by the reference. */
function reconstructions(shown: Drawing<PixelsState>): Panel {
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

function placeOf(pixel: number): string {
  return `${Math.floor(pixel / side) + 1}, ${(pixel % side) + 1}`;
}

/** So far apart are bitmaps that lie in one panel, and so high is the line above them. */
const gap = 1;
const head = 1.1;

function across(count: number): number {
  return (count * (side + gap) - gap) / (side + head);
}

function spread(count: number): Pick<Panel, "x" | "y"> {
  return {
    x: { domain: [0, count * (side + gap) - gap], ticks: "none" },
    y: { domain: [side, -head], ticks: "none" },
  };
}

function leftOf(place: number): number {
  return place * (side + gap);
}

type Pixels = Pick<HeatmapMark, "values" | "domain"> & {
  readonly ink: Ink;
  readonly colours?: HeatmapMark["colours"];
  readonly press?: string;
};

function bitmap(place: number, { colours = "sequential", ...rest }: Pixels): HeatmapMark {
  return {
    mark: "heatmap",
    x0: leftOf(place),
    x1: leftOf(place) + side,
    y0: 0,
    y1: side,
    rows: side,
    columns: side,
    colours,
    ...rest,
  };
}

/** None where the student's function gives nothing at all: then the page shows what it last gave. */
function ownBitmap(place: number, pixels: Pixels, values: readonly unknown[]): Mark[] {
  return values.every((value) => value === undefined) ? [] : [bitmap(place, pixels)];
}

function frames(count: number): Mark[] {
  const places = Array.from({ length: count }, (_, place) => leftOf(place));
  return [
    {
      mark: "rects",
      ink: "muted",
      hollow: true,
      faint: true,
      x0: places,
      x1: places.map((left) => left + side),
      y0: places.map(() => 0),
      y1: places.map(() => side),
    },
  ];
}

function titles(texts: readonly ReturnType<typeof words>[]): Mark {
  return {
    mark: "texts",
    ink: "data",
    x: texts.map((_, place) => leftOf(place) + side / 2),
    y: texts.map(() => -0.6),
    texts,
  };
}

function crosses(
  place: number,
  own: readonly (number | undefined)[],
  right: readonly (number | undefined)[],
): Mark[] {
  const wrong = own.flatMap((value, k) => (agree(value, right[k]) ? [] : [k]));
  return [
    {
      mark: "points",
      ink: "wrong",
      shape: "cross",
      size: 3,
      x: wrong.map((k) => leftOf(place) + (k % side) + 0.5),
      y: wrong.map((k) => Math.floor(k / side) + 0.5),
    },
  ];
}

function pointer(place: number, pixel: number): Mark {
  const [left, row] = [leftOf(place) + (pixel % side), Math.floor(pixel / side)];
  return {
    mark: "rects",
    ink: "accent",
    hollow: true,
    x0: [left],
    x1: [left + 1],
    y0: [row],
    y1: [row + 1],
  };
}

/** negElboGradient.logits of the image that is looked at. */
function gradients({ state, student, reference }: Drawing<PixelsState>): Panel {
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
      `青が正、橙が負で、最も濃いところが ±${short(most)} である。学習では逆向きに動かす。`,
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

interface Terms {
  readonly reconstruction: readonly (number | undefined)[];
  readonly kl: readonly (number | undefined)[];
  readonly elbo: number | undefined;
}

function termsOf(functions: Functions): Terms {
  return {
    reconstruction: rows.map((n) => functions.get("reconstruction", `row${n}`)),
    kl: rows.map((n) => functions.get("klTerm", `row${n}`)),
    elbo: functions.get("elbo", ""),
  };
}

/** Each image's two terms hanging from 0, and the ELBO of the batch beside them. */
function batch(shown: Drawing<PixelsState>): Panel {
  const [own, right] = [termsOf(shown.student), termsOf(shown.reference)];
  const mean = meanBound(own);
  const lowest = Math.min(...rows.map((n) => boundOf(right, n)).filter(Number.isFinite), -5);
  const [ownLowest] = extent([...rows.map((n) => boundOf(own, n)), own.elbo, lowest]);
  return {
    id: "batch",
    title: words("The batch: reconstruction, KL, and your elbo", "バッチ: 再構成項、KL、自分の elbo"),
    note: words(
      "Full: reconstruction; pale, below it: KL. The diamond is the mean over your own three images.",
      "濃い部分が再構成項、その下の薄い部分が KL。菱形は自分の 3 枚の値の平均である。",
    ),
    columns: 6,
    aspect: across(2),
    x: {
      domain: [0, 4],
      ticks: ["1", "2", "3", "elbo"].map((text, index) => ({ at: index + 0.5, text })),
    },
    y: {
      domain: [1.08 * Math.max(ownLowest, 3.3 * lowest), Math.max(0, -0.06 * lowest)],
      label: words("nats", "ナット"),
    },
    marks: [
      { mark: "rule", y: 0 },
      ...players.flatMap((player) => hanging(player, termsOf(shown[player]))),
      { mark: "points", ink: "accent", shape: "diamond", size: 6, x: [3.5], y: [mean] },
    ],
    table: {
      columns: [
        words("image", "画像"),
        words("your reconstruction", "自分の再構成項"),
        words("right", "正しい値"),
        words("your KL", "自分の KL"),
        words("right", "正しい値"),
      ],
      rows: [
        ...rows.map((n) => [
          String(n + 1),
          cell(own.reconstruction[n]),
          cell(right.reconstruction[n]),
          cell(own.kl[n]),
          cell(right.kl[n]),
        ]),
        ["elbo", cell(own.elbo), cell(right.elbo), "", ""],
      ],
    },
  };
}

function boundOf({ reconstruction, kl }: Terms, n: number): number {
  return (reconstruction[n] ?? NaN) - (kl[n] ?? NaN);
}

function meanBound(terms: Terms): number {
  return rows.reduce((sum, n) => sum + boundOf(terms, n), 0) / rows.length;
}

function hanging(player: (typeof players)[number], { reconstruction, kl, elbo }: Terms): Mark[] {
  if ([...reconstruction, ...kl, elbo].every((value) => value === undefined)) return [];
  const half = { student: 0.28, reference: 0.33, misconception: 0.38 }[player];
  const own = player === "student";
  const place = (at: readonly number[]) => ({
    mark: "rects" as const,
    ink: player,
    x0: at.map((one) => one + 0.5 - half),
    x1: at.map((one) => one + 0.5 + half),
  });
  const upper = { ...place(rows), y0: rows.map(() => 0), y1: reconstruction.map(placed) };
  const lower = {
    ...place(rows),
    y0: reconstruction.map(placed),
    y1: rows.map((n) => (reconstruction[n] ?? NaN) - (kl[n] ?? NaN)),
  };
  const whole = { ...place([3]), y0: [0], y1: [placed(elbo)] };
  if (!own) return [upper, lower, whole].map((mark) => ({ ...mark, hollow: true }));
  return [
    { ...upper, labels: reconstruction.map((value) => short(value)) },
    { ...lower, faint: true },
    { ...lower, hollow: true },
    { ...whole, labels: [short(elbo)] },
  ];
}

/** One pixel by itself, over all logits: what a pixel that is 1 gives and what one that is 0 gives. */
function curves(shown: Drawing<PixelsState>): Panel {
  const { state } = shown;
  const logit = logitsOf(state)[state.row]?.[state.pixel] ?? NaN;
  return {
    id: "curves",
    title: words("reconstruction of one pixel over its logit", "logit に対する 1 画素の reconstruction"),
    note: words(
      "Rising: a pixel that is 1; falling: one that is 0. The diamond is the pixel last pressed.",
      "右上がりは値が 1 の画素、右下がりは 0 の画素。菱形は最後に押した画素である。",
    ),
    columns: 12,
    aspect: 2.8,
    x: { domain: logitRange, label: words("logit", "logit"), ticks: 9 },
    y: { domain: [-48, 4], label: words("nats", "ナット"), ticks: 5 },
    marks: [
      { mark: "rule", x: 0, stroke: "dotted" },
      ...players.flatMap((player) => [0, 1].flatMap((one) => onePixel(player, shown[player], one))),
      {
        mark: "points",
        ink: "accent",
        shape: "diamond",
        size: 6,
        x: [logit],
        y: [shown.reference.get("reconstruction", `pixel${state.pixel}`) ?? NaN],
      },
    ],
    table: {
      columns: [
        words("logit", "logit"),
        words("yours, x = 1", "自分の値 (x = 1)"),
        words("right, x = 1", "正しい値 (x = 1)"),
        words("yours, x = 0", "自分の値 (x = 0)"),
        words("right, x = 0", "正しい値 (x = 0)"),
      ],
      rows: curve.map((at, index) => [
        at,
        ...[1, 0].flatMap((one) =>
          [shown.student, shown.reference].map((by) =>
            cell(by.get("reconstruction", `curve${one}/${index}`)),
          ),
        ),
      ]),
    },
  };
}

function onePixel(player: (typeof players)[number], functions: Functions, value: number): Mark[] {
  const y = curve.map((_, index) => functions.get("reconstruction", `curve${value}/${index}`));
  if (y.every((one) => one === undefined)) return [];
  return [{ mark: "line", ink: player, width: player === "student" ? 2.6 : 2, x: curve, y: y.map(placed) }];
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
  ];
}

import type { HandleMark, Ink, Mark, Panel } from "#sdk/picture.ts";
import { cell, words } from "#sdk/plot.ts";
import { at } from "./players.ts";

interface Laid {
  /** The student's shares and indices, and the right ones. */
  readonly own: Drawn;
  readonly right: Drawn;
  readonly u: number;
  /** A colour for each copy. */
  readonly inks: readonly Ink[];
  readonly aspect: number;
  /** Moves u, where it can be moved. */
  readonly handle?: HandleMark;
}

export interface Drawn {
  readonly shares: readonly number[] | undefined;
  readonly indices: readonly number[] | undefined;
}

/** Where the shares lie, and where the pointers stand. */
const band = { low: 0.56, high: 0.92 };
const foot = 0.14;

/**
 * The shares end to end and the pointers below. From each pointer a line leads to the part of the copy that was chosen for it:
 * upright where the pointer lies in that part.
 */
export function strip({ own, right, u, inks, aspect, handle }: Laid): Panel {
  const M = inks.length;
  const ends = endsOf(own.shares);
  const total = ends.at(-1) ?? 1;
  const reach = Number.isFinite(total) ? Math.min(2.5, Math.max(1.02, 1.02 * total)) : 1.02;
  const pointers = inks.map((_, k) => (k + u) / M);
  return {
    id: "strip",
    title: words("The shares end to end, and M pointers", "端から並べた割合と M 本の矢"),
    note: words(
      "Colours: families. Each pointer takes the colour of the copy that your resample chose for it; its line is upright where it lies in that copy's part.",
      "色は家系を表す。矢は自分の resample が選んだコピーの色になり、そのコピーの部分の中にあれば線はまっすぐ立つ。",
    ),
    columns: 12,
    aspect,
    x: { domain: [-0.01, reach], ticks: 6 },
    y: { domain: [0, 1], ticks: "none" },
    marks: [
      { mark: "rule", x: 1, ink: "reference", stroke: "dashed" },
      ...parts(own.shares, ends, inks),
      ...outline(right.shares),
      ...pointerLines(pointers, { own, ends }),
      ...otherChoices(pointers, { own, right }),
      ...pointerDots(pointers, own.indices, inks),
      ...(handle === undefined ? [] : [{ ...handle, x: pointers[0] ?? 0, y: foot - 0.09 }]),
    ],
    table: {
      columns: [
        words("copy", "コピー"),
        words("your share", "自分の割合"),
        words("right", "正しい割合"),
        words("your pointer takes", "自分の矢の行き先"),
        words("right", "正しい行き先"),
      ],
      rows: inks.map((_, i) => [
        i,
        cell(own.shares?.[i]),
        cell(right.shares?.[i]),
        cell(own.indices?.[i]),
        cell(right.indices?.[i]),
      ]),
    },
  };
}

function endsOf(shares: readonly number[] | undefined): number[] {
  let end = 0;
  return (shares ?? []).map((share) => (end += share));
}

/** Each copy's part in its family's colour, and the student's outline around all of them. */
function parts(shares: readonly number[] | undefined, ends: readonly number[], inks: readonly Ink[]): Mark[] {
  if (shares === undefined) return [];
  const place = {
    x0: ends.map((end, i) => end - at(shares, i)),
    x1: ends,
    y0: ends.map(() => band.low),
    y1: ends.map(() => band.high),
  };
  return [
    { mark: "rects", inks, faint: true, ...place },
    { mark: "rects", ink: "student", hollow: true, ...place },
  ];
}

function outline(shares: readonly number[] | undefined): Mark[] {
  if (shares === undefined) return [];
  const ends = endsOf(shares);
  return [
    {
      mark: "rects",
      ink: "reference",
      hollow: true,
      x0: ends.map((end, i) => end - at(shares, i)),
      x1: ends,
      y0: ends.map(() => band.low - 0.03),
      y1: ends.map(() => band.high + 0.03),
    },
  ];
}

/** The place in a copy's part that lies nearest to a pointer. */
function nearest(pointer: number, ends: readonly number[], index: number): number {
  return Math.max(at([0, ...ends], index), Math.min(at(ends, index), pointer));
}

function pointerLines(
  pointers: readonly number[],
  { own, ends }: { readonly own: Drawn; readonly ends: readonly number[] },
): Mark[] {
  if (own.indices === undefined) return [];
  const { indices } = own;
  return [
    {
      mark: "edges",
      ink: "student",
      x0: pointers,
      y0: pointers.map(() => foot),
      x1: pointers.map((pointer, k) => nearest(pointer, ends, at(indices, k))),
      y1: pointers.map(() => band.low),
    },
  ];
}

/** Where the right copy is another one: a cross on the pointer, and a dashed line to the right copy's part. */
function otherChoices(
  pointers: readonly number[],
  { own, right }: { readonly own: Drawn; readonly right: Drawn },
): Mark[] {
  const ends = endsOf(right.shares);
  const wrong = pointers.flatMap((pointer, k) =>
    own.indices === undefined || right.indices === undefined || own.indices[k] === right.indices[k]
      ? []
      : [{ pointer, to: nearest(pointer, ends, at(right.indices, k)) }],
  );
  if (wrong.length === 0) return [];
  return [
    ...wrong.map(({ pointer, to }): Mark => ({
      mark: "line",
      ink: "reference",
      width: 1,
      x: [pointer, to],
      y: [foot, band.low],
    })),
    {
      mark: "points",
      ink: "wrong",
      shape: "cross",
      size: 5,
      x: wrong.map(({ pointer }) => pointer),
      y: wrong.map(() => foot),
    },
  ];
}

function pointerDots(
  pointers: readonly number[],
  indices: readonly number[] | undefined,
  inks: readonly Ink[],
): Mark[] {
  return [
    {
      mark: "points",
      size: 4,
      inks: pointers.map((_, k) => inks[indices?.[k] ?? -1] ?? "muted"),
      x: pointers,
      y: pointers.map(() => foot),
    },
  ];
}

import type { Mark, Panel } from "#sdk/picture.ts";
import { cell, words } from "#sdk/plot.ts";
import type { Evidence } from "./evidence.ts";
import { at } from "./exact.ts";
import { agrees } from "./players.ts";

type Part = "positive" | "negative" | "gradient";

const titles: Readonly<Record<Part, Panel["title"]>> = {
  positive: words("Positive phase: ⟨x z⟩ in the data", "正の相: データでの ⟨x z⟩"),
  negative: words("− Negative phase: ⟨x z⟩ of the model", "− 負の相: モデルでの ⟨x z⟩"),
  gradient: words("= Gradient by W, b and c", "= W、b、c による勾配"),
};

const notes: Readonly<Record<Part, Panel["note"]>> = {
  positive: words(
    "Above: the data with your hiddenMean. Below: exact.",
    "上: データと自分の hiddenMean から。下: 正確な値。",
  ),
  negative: words(
    "Above: positive phase less your cd1Gradient. Below: over all states.",
    "上: 正の相から自分の cd1Gradient を引いたもの。下: 全状態にわたる値。",
  ),
  gradient: words(
    "Above: your cd1Gradient. Below: the exact gradient of log q.",
    "上: 自分の cd1Gradient。下: log q の正確な勾配。",
  ),
};

/** The two phases and their difference: above as the student's functions give them, below exactly. */
export function phases(evidence: Evidence): Panel[] {
  return (["positive", "negative", "gradient"] as const).map((part) => phase(part, evidence));
}

function phase(part: Part, { exact, by }: Evidence): Panel {
  const most = part === "gradient" ? 0.6 : 1;
  const own = by.student[part];
  return {
    id: part,
    title: titles[part],
    ...(notes[part] === undefined ? {} : { note: notes[part] }),
    columns: 4,
    aspect: 0.95,
    x: { domain: [0, 5], ticks: named(["z1", "z2", "z3", "z4", "1"]) },
    y: {
      domain: [10.6, 0],
      ticks: [
        ...named(["x1", "x2", "x3", "x4", "1"]),
        ...named(["x1", "x2", "x3", "x4", "1"]).map(({ at, text }) => ({ at: at + 5.6, text })),
      ],
    },
    marks: [
      ...(own === null ? [] : matrix(own, { top: 0, most, ink: "student" })),
      ...wrongCells(own, by.reference[part]),
      ...matrix(exact[part], { top: 5.6, most, ink: "reference" }),
    ],
    table: tableOf(own, by.reference[part], exact[part]),
  };
}

function named(texts: readonly string[]): { at: number; text: string }[] {
  return texts.map((text, i) => ({ at: i + 0.5, text }));
}

interface Look {
  readonly top: number;
  /** What is as strong as a colour can be. */
  readonly most: number;
  readonly ink: "student" | "reference";
}

/** W with b at its right and c below it. */
export function matrix(values: readonly number[], { top, most, ink }: Look): Mark[] {
  const cells = values.flatMap((value, place) => (place === 24 ? [] : [{ value, place }]));
  return [
    {
      mark: "heatmap",
      ink,
      x0: 0,
      x1: 5,
      y0: top,
      y1: top + 5,
      rows: 5,
      columns: 5,
      values: values.map((value, place) => (place === 24 || !Number.isFinite(value) ? null : value)),
      colours: "diverging",
      domain: [-most, most],
    },
    { mark: "line", ink: "muted", x: [0, 5], y: [top + 4, top + 4], width: 1 },
    { mark: "line", ink: "muted", x: [4, 4], y: [top, top + 5], width: 1 },
    {
      mark: "texts",
      ink: "data",
      size: "small",
      x: cells.map(({ place }) => (place % 5) + 0.5),
      y: cells.map(({ place }) => top + Math.floor(place / 5) + 0.5),
      texts: cells.map(({ value }) => printed(value)),
    },
  ];
}

function printed(value: number): string {
  if (!Number.isFinite(value)) return "NaN";
  if (Math.abs(value) >= 99.5) return value.toPrecision(2);
  // no sign on what is printed as zero
  return value
    .toFixed(2)
    .replace(/^-(?=0\.00$)/, "")
    .replace("-", "−");
}

/** A frame around each place that is not what the right functions give for the same uniforms. */
function wrongCells(own: readonly number[] | null, right: readonly number[] | null): Mark[] {
  if (own === null || right === null) return [];
  const wrong = own.flatMap((value, place) =>
    place === 24 || agrees(value, at(right, place)) ? [] : [place],
  );
  if (wrong.length === 0) return [];
  const [left, upper] = [wrong.map((place) => place % 5), wrong.map((place) => Math.floor(place / 5))];
  return [
    {
      mark: "rects",
      ink: "wrong",
      hollow: true,
      x0: left.map((column) => column + 0.05),
      x1: left.map((column) => column + 0.95),
      y0: upper.map((row) => row + 0.08),
      y1: upper.map((row) => row + 0.92),
    },
  ];
}

function tableOf(
  own: readonly number[] | null,
  right: readonly number[] | null,
  exact: readonly number[],
): NonNullable<Panel["table"]> {
  return {
    columns: [
      words("place", "場所"),
      words("yours", "自分の値"),
      words("right for these uniforms", "この一様乱数での正しい値"),
      words("exact", "正確な値"),
    ],
    rows: exact
      .slice(0, 24)
      .map((value, place) => [placeName(place), cell(own?.[place]), cell(right?.[place]), cell(value)]),
  };
}

export function placeName(place: number): string {
  const [row, column] = [Math.floor(place / 5), place % 5];
  if (row === 4) return `z${column + 1}`;
  return column === 4 ? `x${row + 1}` : `x${row + 1} z${column + 1}`;
}

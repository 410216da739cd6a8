import {
  calling,
  type Call,
  type Control,
  type Key,
  type Mark,
  type Panel,
  type Scene,
  type SceneEvent,
} from "#sdk/picture.ts";
import { cell, centres, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import { at, statesOf } from "./exact.ts";
import { agrees, players, whose } from "./players.ts";
import type { Drawing, Functions, Unit } from "./state.ts";

export const unitStart: Unit = { reach: 3 };
/** Beyond 709 e^a is no longer a number. */
const far = 900;

/** Six units whose weights halve from one to the next: their 64 states give 64 fields, evenly spaced. */
const inputs = statesOf(6);
const levels = centres(0, 1, 24);
const uniforms = inputs.map(() => levels);

const ask = calling<typeof Starter>();

export function unitCalls(unit: Unit): readonly Call<typeof Starter>[] {
  const weights = weightsOf(unit);
  const none = weights.map(() => 0);
  const ladder = levels.map(() => 0);
  const alone = { W: weights.map((weight) => [weight]), b: none, c: [0] };
  const down = { W: weights.map((weight) => levels.map(() => weight)), b: none, c: ladder };
  const up = { W: levels.map(() => weights), b: ladder, c: none };
  return [
    ask("hiddenMean", "unit", [alone, inputs]),
    ask("freeEnergy", "unit", [alone, inputs]),
    ask("sampleHidden", "unit", [down, inputs, uniforms]),
    ask("sampleVisible", "unit", [up, inputs, uniforms]),
  ];
}

function weightsOf({ reach }: Unit): number[] {
  return [32, 16, 8, 4, 2, 1].map((weight) => (reach * weight) / 63);
}

function fieldsOf(unit: Unit): number[] {
  const weights = weightsOf(unit);
  return inputs.map((x) => x.reduce((sum, value, k) => sum + value * at(weights, k), 0));
}

export function unitChange(unit: Unit, event: SceneEvent): Unit {
  if (event.kind !== "set" || event.id !== "reach") return unit;
  return { reach: event.value === "far" ? far : unitStart.reach };
}

export function unitControls({ reach }: Unit): readonly Control[] {
  return [
    {
      control: "choice",
      id: "reach",
      label: words("Fields", "場の範囲"),
      value: reach === far ? "far" : "near",
      options: [
        { value: "near", label: words("−3 to 3", "−3 から 3") },
        { value: "far", label: words(`−${far} to ${far}`, `−${far} から ${far}`) },
      ],
    },
  ];
}

/** One unit in every field: its mean, its draws, and its share in the free energy. */
export function oneUnit(shown: Drawing): Scene {
  const fields = fieldsOf(shown.state.unit);
  return {
    panels: [
      means(shown, fields),
      energies(shown, fields),
      draws(shown, "sampleHidden", fields),
      draws(shown, "sampleVisible", fields),
    ],
    keys,
    says: sentences(shown, fields),
  };
}

const keys: readonly Key[] = [
  { ...whose.student, mark: "line" },
  whose.reference,
  whose.misconception,
  { ink: "wrong", mark: "area", text: words("drawn wrong", "誤った抽出") },
];

interface Curve {
  readonly id: string;
  readonly title: Panel["title"];
  readonly label: Panel["title"];
  readonly note: Panel["title"];
  readonly of: (functions: Functions) => readonly number[];
  readonly range: (right: readonly number[]) => readonly [number, number];
}

function means(shown: Drawing, fields: readonly number[]): Panel {
  return curve(shown, fields, {
    id: "mean",
    title: words("The mean of a hidden unit", "隠れユニットの平均"),
    label: words("⟨z⟩", "⟨z⟩"),
    note: words("Your hiddenMean over the unit's field.", "場に対する自分の hiddenMean。"),
    of: (functions) => (functions.get("hiddenMean", "unit") ?? []).map((row) => at(row, 0)),
    range: () => [-1.25, 1.25],
  });
}

function energies(shown: Drawing, fields: readonly number[]): Panel {
  return curve(shown, fields, {
    id: "energy",
    title: words("The free energy with one hidden unit", "隠れユニット 1 個での自由エネルギー"),
    label: words("F, nats", "F（ナット）"),
    note: words(
      "Your freeEnergy over the unit's field, all biases 0.",
      "場に対する自分の freeEnergy。バイアスはすべて 0。",
    ),
    of: (functions) => functions.get("freeEnergy", "unit") ?? [],
    range: (right) => {
      const low = Math.min(...right, -1);
      return [1.15 * low, -0.25 * low];
    },
  });
}

function curve(shown: Drawing, fields: readonly number[], drawn: Curve): Panel {
  const [own, right] = [drawn.of(shown.student), drawn.of(shown.reference)];
  const { reach } = shown.state.unit;
  return {
    id: drawn.id,
    title: drawn.title,
    note: drawn.note,
    columns: 6,
    aspect: 1.9,
    x: { domain: [-reach, reach], label: words("field a", "場 a"), ticks: 7 },
    y: { domain: drawn.range(right), label: drawn.label, ticks: 5 },
    marks: [
      { mark: "rule", y: 0, stroke: "dotted", faint: true },
      ...players.flatMap((player): Mark[] => {
        const y = drawn.of(shown[player]);
        const width = player === "student" ? 2.6 : 2;
        return y.length === 0 ? [] : [{ mark: "line", ink: player, x: fields, y, width }];
      }),
    ],
    table: {
      columns: [words("field", "場"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: fields.map((field, i) => [field, cell(own[i]), cell(right[i])]),
    },
  };
}

const drawTitles = {
  sampleHidden: words("Draws of a hidden unit", "隠れユニットの抽出"),
  sampleVisible: words("Draws of a visible unit", "可視ユニットの抽出"),
} as const;

/** Every field and every uniform number: where the unit comes out as +1. */
function draws(shown: Drawing, name: keyof typeof drawTitles, fields: readonly number[]): Panel {
  const { reach } = shown.state.unit;
  const own = shown.student.get(name, "unit");
  const right = fields.map(chance);
  const shares = own?.map(shareOf) ?? [];
  const over = { x0: -reach, x1: reach, y0: 0, y1: 1, rows: levels.length, columns: fields.length } as const;
  return {
    id: name,
    title: drawTitles[name],
    note: words(
      `Filled: your ${name} answers +1. Solid: its share over u; dashed: the right probability.`,
      `塗った所で自分の ${name} は +1 を返す。実線は u にわたるその割合、破線は正しい確率。`,
    ),
    columns: 6,
    aspect: 1.9,
    x: { domain: [-reach, reach], label: words("field a", "場 a"), ticks: 7 },
    y: { domain: [0, 1], label: words("u", "u"), ticks: 5 },
    marks: [
      ...(own === undefined ? [] : fills(own, right, over)),
      ...slipOf(shown.misconception, name, fields),
      ...(own === undefined ? [] : [shareLine("student", fields, own)]),
      { mark: "line", ink: "reference", x: fields, y: right },
    ],
    table: {
      columns: [
        words("field", "場"),
        words("your share of +1", "自分の +1 の割合"),
        words("probability", "確率"),
      ],
      rows: fields.map((field, i) => [field, cell(shares[i]), cell(right[i])]),
    },
  };
}

type Over = Readonly<Record<"x0" | "x1" | "y0" | "y1" | "rows" | "columns", number>>;

/** What the student draws; and in another colour where the right draw is the other one. */
function fills(own: readonly number[][], right: readonly number[], over: Over): Mark[] {
  const cells = levels.flatMap((u, row) =>
    right.map((P, column) => {
      const value = at(own[column], row);
      // a uniform as close to P as this may fall on either side in 32 bits
      const wrong = value !== (u < P ? 1 : -1) && Math.abs(u - P) > 1e-5;
      return { value, wrong };
    }),
  );
  const look = { ...over, mark: "heatmap", colours: "sequential" } as const;
  return [
    {
      ...look,
      ink: "student",
      domain: [-1, 4],
      values: cells.map(({ value }) => (value > -1 ? value : null)),
    },
    { ...look, ink: "wrong", domain: [-2, 2], values: cells.map(({ wrong }) => (wrong ? 0 : null)) },
  ];
}

function slipOf(functions: Functions, name: keyof typeof drawTitles, fields: readonly number[]): Mark[] {
  const drawn = functions.get(name, "unit");
  return drawn === undefined ? [] : [shareLine("misconception", fields, drawn)];
}

function shareLine(
  ink: "student" | "misconception",
  fields: readonly number[],
  drawn: readonly number[][],
): Mark {
  return { mark: "line", ink, x: fields, y: drawn.map(shareOf), width: 2.4, curve: "step" };
}

/** e^a / (e^a + e^-a), in whichever form is a number. */
function chance(a: number): number {
  return 1 / (1 + Math.exp(-2 * a));
}

function shareOf(row: readonly number[]): number {
  return row.filter((unit) => unit === 1).length / row.length;
}

function sentences({ student, reference }: Drawing, fields: readonly number[]): Scene["says"] {
  const means = (functions: Functions) => functions.get("hiddenMean", "unit")?.map((row) => at(row, 0));
  const count = (own: readonly number[] | undefined, right: readonly number[] | undefined): number =>
    (right ?? []).filter((value, i) => !agrees(at(own, i), value)).length;
  const wrongMeans = count(means(student), means(reference));
  const wrongEnergies = count(student.get("freeEnergy", "unit"), reference.get("freeEnergy", "unit"));
  return [
    words(
      `Of ${fields.length} fields, your hiddenMean is wrong at ${wrongMeans} and your freeEnergy at ${wrongEnergies}.`,
      `${fields.length} 通りの場のうち、自分の hiddenMean は ${wrongMeans} 通り、freeEnergy は ${wrongEnergies} 通りで正しくない。`,
    ),
    ...(["sampleHidden", "sampleVisible"] as const).flatMap((name) => aboutDraws(student, name, fields)),
  ];
}

function aboutDraws(
  student: Functions,
  name: keyof typeof drawTitles,
  fields: readonly number[],
): Scene["says"] {
  const own = student.get(name, "unit");
  if (own === undefined) return [];
  const gap = Math.max(...fields.map((a, i) => Math.abs(shareOf(own[i] ?? []) - chance(a))));
  if (!Number.isFinite(gap))
    return [
      words(
        `Your ${name} gives no draw in some of the ${fields.length} rows.`,
        `自分の ${name} は、${fields.length} 行のうち値のない行がある。`,
      ),
    ];
  return [
    words(
      `The share of +1 that your ${name} draws is within ${gap.toFixed(2)} of the right probability.`,
      `自分の ${name} が +1 を返す割合と正しい確率との差は、最大 ${gap.toFixed(2)} である。`,
    ),
  ];
}

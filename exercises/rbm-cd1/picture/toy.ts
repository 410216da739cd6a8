import { calling, restart, type Call, type Control, type SceneEvent } from "#sdk/picture.ts";
import { clamp, short, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import type { Rbm } from "../starter.ts";
import {
  at,
  divergence,
  isModel,
  marginal,
  normalised,
  rightUpdate,
  rounded,
  statesOf,
  type Batch,
} from "./exact.ts";
import { batchOf, youngModel, type Drawing, type Toy } from "./state.ts";
import { trailOf } from "./trail.ts";

export const size = [4, 4] as const;
export const states = statesOf(size[0]);
export const lastStep = 150;
const mostRows = 12;
/** Chains of one batch: more would not fit into a frame. */
const mostChains = 400;

const presets: Readonly<Record<string, (x: readonly number[]) => number>> = {
  // as a 2 x 2 picture: both rows of one colour each, or both columns
  stripes: ([a, b, c, d]) => ((a === b && c === d) || (a === c && b === d) ? 2 : 0),
  single: (x) => (x.filter((unit) => unit === 1).length === 1 ? 3 : 0),
  diagonals: ([a, b, c, d]) => (a === d && b === c && a !== b ? 4 : 0),
};

export const toyStart: Toy = begun({
  data: "stripes",
  counts: countsOf("stripes"),
  rbm: youngModel(...size, 0.45, "toy"),
  chosen: 0,
  rate: 0.3,
  chains: 5,
  seed: 1,
});

function countsOf(preset: string): number[] {
  return states.map((x) => presets[preset]?.(x) ?? 0);
}

/** Whatever changes begins a new run, from the parameters of now. */
function begun(toy: Omit<Toy, "from" | "step" | "kl">): Toy {
  return { ...toy, from: toy.rbm, step: 0, kl: [] };
}

const ask = calling<typeof Starter>();

export function toyCalls(toy: Toy): readonly Call<typeof Starter>[] {
  const { rbm } = toy;
  const { X, uHidden, uVisible } = toyBatch(toy);
  return [
    ask("freeEnergy", "states", [rbm, states]),
    ask("hiddenMean", "states", [rbm, states]),
    ask("cd1Gradient", "toy", [rbm, X, uHidden, uVisible]),
    ask("cd1Update", "toy", [rbm, X, uHidden, uVisible, toy.rate]),
  ];
}

/** A frame asks for its batch many times. */
const batches = new WeakMap<Toy, Batch>();

function toyBatch(toy: Toy): Batch {
  const batch = batches.get(toy) ?? batchAt(toy, toy.step);
  batches.set(toy, batch);
  return batch;
}

/** Every row of the data as often as chains start from it. */
function batchAt(toy: Toy, step: number): Batch {
  const rows = states.flatMap((x, i) => Array.from({ length: at(toy.counts, i) }, () => x));
  const times = Math.max(1, Math.min(toy.chains, Math.floor(mostChains / rows.length)));
  const X = Array.from({ length: times }, () => rows).flat();
  return batchOf(X, size[1], `toy ${toy.seed} ${step}`);
}

export function dataOf({ counts }: Toy): number[] {
  return normalised(counts);
}

/** The picture's own right run, from where the student's began. */
export function rightTrail(toy: Toy): readonly number[] {
  const p = dataOf(toy);
  return trailOf(
    {
      key: JSON.stringify(["toy", toy.counts, toy.from, toy.rate, toy.chains, toy.seed]),
      start: toy.from,
      advance: (rbm, step) => rounded(rightUpdate(rbm, batchAt(toy, step), toy.rate)),
      measure: (rbm) => divergence(p, marginal(rbm, states)),
    },
    toy.step,
  );
}

export function toyNext({ state: { toy }, student }: Drawing): Toy | null {
  const updated = student.get("cd1Update", "toy");
  if (toy.step >= lastStep || !isModel(updated, size)) return null;
  const now = divergence(dataOf(toy), marginal(toy.rbm, states));
  return {
    ...toy,
    rbm: rounded(updated),
    step: toy.step + 1,
    kl: [...toy.kl, Number.isFinite(now) ? Number(now.toFixed(5)) : null],
  };
}

export function toyChange(toy: Toy, event: SceneEvent): Toy {
  switch (event.kind) {
    case "drag":
      return event.id.startsWith("share") ? withShare(toy, Number(event.id.slice(5)), event.y) : toy;
    case "press": {
      const [row, column] = [Math.floor(event.y), Math.floor(event.x)];
      const isParameter = row >= 0 && column >= 0 && row <= 4 && column <= 4 && row + column < 8;
      return event.id === "parameter" && isParameter ? { ...toy, chosen: 5 * row + column } : toy;
    }
    case "push":
      if (event.id === "draw") return begun({ ...toy, seed: toy.seed + 1 });
      return event.id === restart ? begun({ ...toy, rbm: toyStart.rbm }) : toy;
    case "set":
      return set(toy, event.id, event.value);
    case "remove":
      return toy;
  }
}

function set(toy: Toy, id: string, value: number | string | boolean): Toy {
  if (id === "data" && typeof value === "string")
    return begun({ ...toy, data: value, counts: countsOf(value in presets ? value : "stripes") });
  if (id === "chains") return begun({ ...toy, chains: clamp(Math.round(Number(value)), 1, 25) });
  if (typeof value !== "number") return toy;
  if (id === "rate") return begun({ ...toy, rate: clamp(value, 0.05, 1) });
  return id === "parameter" ? begun({ ...toy, rbm: withParameter(toy, value) }) : toy;
}

/** The state takes this share of the data: as many rows as come closest to it. */
function withShare(toy: Toy, state: number, share: number): Toy {
  const others = toy.counts.reduce((sum, count, i) => (i === state ? sum : sum + count), 0);
  const wanted = Math.round((share * others) / Math.max(1e-3, 1 - share));
  // without the others any number of rows is all of the data
  const count = others === 0 ? at(toy.counts, state) : clamp(wanted, 0, mostRows);
  return begun({ ...toy, data: "own", counts: toy.counts.map((old, i) => (i === state ? count : old)) });
}

function withParameter({ rbm, chosen }: Toy, value: number): Rbm {
  const [row, column] = placeOf(chosen);
  const put = (values: number[], index: number): number[] =>
    values.map((old, i) => (i === index ? value : old));
  if (row === 4) return { ...rbm, c: put(rbm.c, column) };
  if (column === 4) return { ...rbm, b: put(rbm.b, row) };
  return { ...rbm, W: rbm.W.map((weights, k) => (k === row ? put(weights, column) : weights)) };
}

export function placeOf(chosen: number): readonly [row: number, column: number] {
  return [Math.floor(chosen / 5), chosen % 5];
}

export function nameOf(chosen: number): string {
  const [row, column] = placeOf(chosen);
  if (row === 4) return `c[${column}]`;
  return column === 4 ? `b[${row}]` : `W[${row}][${column}]`;
}

/** W with b at its right and c below, row by row; the corner is nothing. */
export function bordered({ W, b, c }: Rbm): number[] {
  return Array.from({ length: 25 }, (_, cell) => {
    const [row, column] = placeOf(cell);
    if (row === 4) return at(c, column);
    return column === 4 ? at(b, row) : at(W[row], column);
  });
}

export function toyControls(toy: Toy): readonly Control[] {
  const value = at(bordered(toy.rbm), toy.chosen);
  const most = Math.max(3, Math.ceil(Math.abs(value)));
  return [
    {
      control: "choice",
      id: "data",
      label: words("Data", "データ"),
      value: toy.data,
      options: [
        { value: "stripes", label: words("bars and stripes", "縦縞と横縞") },
        { value: "single", label: words("one pixel", "1 画素") },
        { value: "diagonals", label: words("diagonals", "対角線") },
      ],
    },
    {
      control: "choice",
      id: "chains",
      label: words("Chains from each row", "各行から始める連鎖"),
      value: String(toy.chains),
      options: ["1", "5", "25"].map((text) => ({ value: text, label: words(text, text) })),
    },
    {
      control: "slider",
      id: "rate",
      label: words("Learning rate", "学習率"),
      min: 0.05,
      max: 1,
      step: 0.05,
      value: toy.rate,
      text: words(short(toy.rate), short(toy.rate)),
    },
    {
      control: "slider",
      id: "parameter",
      label: words(nameOf(toy.chosen), nameOf(toy.chosen)),
      min: -most,
      max: most,
      step: 0.05,
      value,
      text: words(value.toFixed(2), value.toFixed(2)),
    },
    { control: "button", id: "draw", label: words("Other uniforms", "別の一様乱数") },
  ];
}

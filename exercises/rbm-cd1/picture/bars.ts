import type { HandleMark, Mark, Panel } from "#sdk/picture.ts";
import { cell, words } from "#sdk/plot.ts";
import type { Evidence, Testimony } from "./evidence.ts";
import { at } from "./exact.ts";
import { players } from "./players.ts";
import type { Toy } from "./state.ts";
import { states } from "./toy.ts";

/** Where in its slot of width 1 each bar lies. */
const dataBar = [0.1, 0.44] as const;
const modelBar = [0.5, 0.84] as const;
const heights = [0.12, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5, 0.65, 0.8, 1.02];

/** The probability of each state in the data and in the model, and where one step takes the model. */
export function bars(toy: Toy, { data, exact, by }: Evidence): Panel {
  const drawn = [...data, ...exact.model, ...(by.student.model ?? [])].filter(Number.isFinite);
  const highest = Math.max(...drawn);
  const top = heights.find((height) => height >= 1.06 * highest) ?? 1.02;
  return {
    id: "states",
    title: words("The data and your model, state by state", "データと自分のモデルの、状態ごとの確率"),
    note: words(
      "Grey: share of the data; drag it. Blue: your exp(−F), normalised; dashed: counted exactly. Arrows: where one step of your cd1Update takes the exact model.",
      "灰色はデータの割合で、ドラッグできる。青は自分の exp(−F) を正規化したもの、破線は数え上げた正確な値。矢印は、自分の cd1Update の一歩で正確な確率が移る先である。",
    ),
    columns: 12,
    aspect: 2.5,
    x: { domain: [0, 16], ticks: "none" },
    y: { domain: [-0.27 * top, top], label: words("probability", "確率"), ticks: ticksTo(top) },
    marks: [
      { mark: "rule", y: 0 },
      { mark: "rects", ink: "data", faint: true, ...barsOf(data, dataBar) },
      ...pictograms(top),
      ...modelBars(by.student),
      { mark: "rects", ink: "reference", hollow: true, ...barsOf(exact.model, [0.47, 0.87]) },
      ...slips(by.misconception),
      ...players.flatMap((player): Mark[] => stepOf(player, exact.model, by[player])),
      ...states.map((x, i) => handleOf(toy, x, i, at(data, i))),
    ],
    table: {
      columns: [
        words("state", "状態"),
        words("data", "データ"),
        words("your model", "自分のモデル"),
        words("counted", "数え上げ"),
        words("after your step", "一歩の後"),
      ],
      rows: states.map((x, i) => [
        signs(x),
        cell(data[i]),
        cell(by.student.model?.[i]),
        cell(exact.model[i]),
        cell(by.student.after?.[i]),
      ]),
    },
  };
}

function ticksTo(top: number): { at: number; text: string }[] {
  const step = top > 0.5 ? 0.2 : top > 0.21 ? 0.1 : 0.05;
  return Array.from({ length: Math.floor(top / step + 1e-9) + 1 }, (_, i) => ({
    at: i * step,
    text: String(Number((i * step).toFixed(2))),
  }));
}

function barsOf(values: readonly number[], [from, to]: readonly [number, number]) {
  return {
    x0: values.map((_, i) => i + from),
    x1: values.map((_, i) => i + to),
    y0: values.map(() => 0),
    y1: values,
  };
}

function modelBars({ model }: Testimony): Mark[] {
  return model === null ? [] : [{ mark: "rects", ink: "student", ...barsOf(model, modelBar) }];
}

function slips({ model }: Testimony): Mark[] {
  if (model === null) return [];
  return [{ mark: "rects", ink: "misconception", hollow: true, ...barsOf(model, [0.44, 0.9]) }];
}

/** From the exact probability of now to the one after this player's update. */
function stepOf(
  ink: "student" | "reference" | "misconception",
  now: readonly number[],
  { after }: Testimony,
): Mark[] {
  if (after === null || ink === "misconception") return [];
  // side by side: where they agree both are seen
  const x = states.map((_, i) => i + (ink === "student" ? 0.62 : 0.72));
  const dy = now.map((value, i) => at(after, i) - value);
  return [
    {
      mark: "arrows",
      ink: ink === "student" ? "accent" : ink,
      stroke: ink === "student" ? "solid" : "dashed",
      x,
      y: now,
      dx: x.map(() => 0),
      dy,
    },
  ];
}

/** Each state as the 2 x 2 picture that it is, below its bars. */
function pictograms(top: number): Mark[] {
  const cells = states.flatMap((x, i) =>
    x.map((unit, k) => {
      const left = i + (k % 2 === 0 ? 0.21 : 0.48);
      const upper = (k < 2 ? -0.045 : -0.145) * top;
      return { unit, x0: left, x1: left + 0.25, y0: upper, y1: upper - 0.09 * top };
    }),
  );
  const drawn = (ink: "data" | "muted", unit: number, hollow: boolean): Mark => {
    const some = cells.filter((cell) => cell.unit === unit);
    return {
      mark: "rects",
      ink,
      hollow,
      faint: hollow,
      x0: some.map((cell) => cell.x0),
      x1: some.map((cell) => cell.x1),
      y0: some.map((cell) => cell.y0),
      y1: some.map((cell) => cell.y1),
    };
  };
  return [drawn("data", 1, false), drawn("muted", -1, true)];
}

function handleOf({ counts }: Toy, x: readonly number[], i: number, share: number): HandleMark {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const count = at(counts, i);
  return {
    mark: "handle",
    id: `share${i}`,
    x: i + (dataBar[0] + dataBar[1]) / 2,
    y: share,
    moves: "y",
    // to one row more; one fewer lies about as far away
    step: Math.max(0.01, (count + 1) / (rows + 1) - share),
    range: { y: [0, 0.95] },
    ink: "data",
    shape: count === 0 ? "ring" : "point",
    label: words(`state ${signs(x)} in the data`, `データ中の状態 ${signs(x)}`),
    value: words(`${count} of ${rows} rows`, `${rows} 行のうち ${count} 行`),
  };
}

export function signs(x: readonly number[]): string {
  return x.map((unit) => (unit === 1 ? "+" : "−")).join("");
}

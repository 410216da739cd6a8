import type { Control, HandleMark, Mark, Panel, Player, Scene, SceneEvent } from "#sdk/picture.ts";
import { cell, clamp, extent, short, words } from "#sdk/plot.ts";
import { drawnBy } from "./cooling.ts";
import { agrees, ask, at, familyInks, players, whose } from "./players.ts";
import type { Asked, Drawing, Functions, Step } from "./state.ts";
import { strip } from "./strip.ts";

const copies = 8;
/** What the copies have gathered before; the shift comes on top. */
const gathered = [0.6, -0.4, 0.1, -0.9, 0.3, 0.8, -0.2, -0.6];

export const stepStart: Step = {
  energies: [-1.2, 0.7, -0.4, 1.6, 0.3, -0.8, 1.1, -1.9],
  betaFrom: 0.6,
  betaTo: 1.2,
  shift: 0,
  u: 0.35,
};

export function stepCalls(
  { energies, betaFrom, betaTo, shift, u }: Step,
  known: Functions,
): readonly Asked[] {
  const previous = gathered.map((value) => value + shift);
  const step = ask("logWeights", "one", [previous, energies, betaFrom, betaTo]);
  const logs = known.get("logWeights", "one");
  if (logs?.length !== copies || !logs.every(Number.isFinite)) return [step];
  return [
    step,
    ask("normalize", "one", [logs]),
    ask("effectiveSampleSize", "one", [logs]),
    ask("logPartitionRatio", "one", [logs]),
    ask("resample", "one", [logs, u]),
  ];
}

export function stepChange(step: Step, event: SceneEvent): Step {
  if (event.kind === "drag") {
    if (event.id === "u") return { ...step, u: round(clamp(copies * event.x, 0.01, 0.99)) };
    const copy = Number(event.id.slice(6));
    const energies = step.energies.map((old, i) => (i === copy ? round(clamp(event.y, -2.5, 2.5)) : old));
    return event.id.startsWith("energy") ? { ...step, energies } : step;
  }
  if (event.kind !== "set") return step;
  if (event.id === "shift") return { ...step, shift: Number(event.value) };
  if (typeof event.value !== "number") return step;
  if (event.id === "betaFrom") return { ...step, betaFrom: clamp(event.value, 0, 3) };
  return event.id === "betaTo" ? { ...step, betaTo: clamp(event.value, 0, 3) } : step;
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}

export function stepControls({ betaFrom, betaTo, shift }: Step): readonly Control[] {
  const slider = (id: "betaFrom" | "betaTo", value: number): Control => ({
    control: "slider",
    id,
    label: words(id, id),
    min: 0,
    max: 3,
    step: 0.05,
    value,
    text: words(short(value), short(value)),
  });
  return [
    slider("betaFrom", betaFrom),
    slider("betaTo", betaTo),
    {
      control: "choice",
      id: "shift",
      label: words("Added to all log-weights", "全対数重みに足す数"),
      value: String(shift),
      options: ["-10000", "0", "10000"].map((value) => {
        const text = value.replace("-", "−");
        return { value, label: words(text, text) };
      }),
    },
  ];
}

/** One step of eight copies, where everything can be dragged. */
export function oneStep(shown: Drawing): Scene {
  const { one } = shown.state;
  return {
    panels: [
      energies(one),
      weights(shown),
      strip({
        own: drawnBy(shown.student, "one"),
        right: drawnBy(shown.reference, "one"),
        u: one.u,
        inks: one.energies.map((_, copy) => familyInks[copy % familyInks.length] ?? "muted"),
        aspect: 5,
        handle: uHandle(one),
      }),
      size(shown),
      ratio(shown),
    ],
    keys: [whose.student, whose.reference, whose.misconception],
    says: sentences(shown),
  };
}

function uHandle({ u }: Step): HandleMark {
  return {
    mark: "handle",
    id: "u",
    x: u / copies,
    y: 0,
    moves: "x",
    step: 0.02 / copies,
    range: { x: [0.01 / copies, 0.99 / copies] },
    ink: "accent",
    shape: "diamond",
    label: words("the uniform number u", "一様乱数 u"),
    value: words(`u = ${short(u)}`, `u = ${short(u)}`),
  };
}

const copyTicks = Array.from({ length: copies }, (_, copy) => ({ at: copy + 0.5, text: String(copy) }));

function energies({ energies: E }: Step): Panel {
  return {
    id: "energies",
    title: words("The energies of eight copies", "八つのコピーのエネルギー"),
    note: words("Drag them.", "ドラッグできる。"),
    columns: 6,
    aspect: 2.2,
    x: { domain: [0, copies], ticks: copyTicks },
    y: { domain: [-2.7, 2.7], label: words("E", "E"), ticks: 5 },
    marks: [
      { mark: "rule", y: 0 },
      {
        mark: "rects",
        ink: "data",
        faint: true,
        x0: E.map((_, i) => i + 0.2),
        x1: E.map((_, i) => i + 0.8),
        y0: E.map(() => 0),
        y1: E,
      },
      ...E.map((energy, i): HandleMark => ({
        mark: "handle",
        id: `energy${i}`,
        x: i + 0.5,
        y: energy,
        moves: "y",
        step: 0.1,
        range: { y: [-2.5, 2.5] },
        ink: "data",
        label: words(`energy of copy ${i}`, `コピー ${i} のエネルギー`),
        value: words(`E = ${short(energy)}`, `E = ${short(energy)}`),
      })),
    ],
    table: {
      columns: [words("copy", "コピー"), words("E", "E")],
      rows: E.map((energy, i) => [i, cell(energy)]),
    },
  };
}

/** The log-weights, less what was added to all. */
function weights(shown: Drawing): Panel {
  const { shift } = shown.state.one;
  const by = players.map((player) => ({
    player,
    values: shown[player].get("logWeights", "one")?.map((value) => value - shift) ?? [],
  }));
  const own = by.find(({ player }) => player === "student")?.values;
  const right = by.find(({ player }) => player === "reference")?.values;
  const most = Math.min(
    9,
    1.15 * Math.max(2, ...by.flatMap(({ values }) => values.filter(Number.isFinite).map(Math.abs))),
  );
  return {
    id: "weights",
    title: words("Their log-weights after the step", "一歩のあとの対数重み"),
    note: words(
      "Dots: before the step. What is added to all is not drawn.",
      "点は一歩の前の値。全体に足した数は描かない。",
    ),
    columns: 6,
    aspect: 2.2,
    x: { domain: [0, copies], ticks: copyTicks },
    y: { domain: [-most, most], ticks: 5 },
    marks: [
      { mark: "rule", y: 0 },
      ...by.map(({ player, values }) => columns(values, player)),
      { mark: "points", ink: "muted", size: 3, x: gathered.map((_, i) => i + 0.5), y: gathered },
      ...crosses(own, right),
    ],
    table: {
      columns: [
        words("copy", "コピー"),
        words("before", "一歩の前"),
        words("yours", "自分の値"),
        words("right", "正しい値"),
      ],
      rows: gathered.map((before, i) => [i, cell(before), cell(own?.[i]), cell(right?.[i])]),
    },
  };
}

function columns(values: readonly number[], player: Player): Mark {
  const half = player === "student" ? 0.28 : 0.36;
  return {
    mark: "rects",
    ink: player,
    hollow: player !== "student",
    x0: values.map((_, i) => i + 0.5 - half),
    x1: values.map((_, i) => i + 0.5 + half),
    y0: values.map(() => 0),
    y1: values,
  };
}

function crosses(own: readonly number[] | undefined, right: readonly number[] | undefined): Mark[] {
  const wrong = (own ?? []).flatMap((value, i) => (agrees(value, right?.[i] ?? value) ? [] : [i]));
  return wrong.length === 0
    ? []
    : [
        {
          mark: "points",
          ink: "wrong",
          shape: "cross",
          size: 4,
          x: wrong.map((i) => i + 0.5),
          y: wrong.map((i) => at(own, i)),
        },
      ];
}

/** A bar for each player, one below the other. */
function gauge(values: readonly { readonly player: Player; readonly value: number | undefined }[]): Mark[] {
  return values.map(({ player, value }): Mark => ({
    mark: "rects",
    ink: player,
    hollow: player !== "student",
    x0: [value === undefined ? null : 0],
    x1: [value ?? null],
    y0: [player === "student" ? 0.3 : 0.2],
    y1: [player === "student" ? 0.7 : 0.8],
  }));
}

function size(shown: Drawing): Panel {
  const values = players.map((player) => ({
    player,
    value: shown[player].get("effectiveSampleSize", "one"),
  }));
  return {
    id: "size",
    title: words("Effective sample size", "有効サンプル数"),
    columns: 6,
    aspect: 4.5,
    x: { domain: [0, copies * 1.05], ticks: copies + 1 },
    y: { domain: [0, 1], ticks: "none" },
    marks: [{ mark: "rule", x: copies, stroke: "dotted" }, ...gauge(values)],
    table: tableOf(shown, "effectiveSampleSize"),
  };
}

/** log Z'/Z, less what was added to all. */
function ratio(shown: Drawing): Panel {
  const { shift } = shown.state.one;
  const values = players.map((player) => {
    const value = shown[player].get("logPartitionRatio", "one");
    return { player, value: value === undefined ? undefined : value - shift };
  });
  const [low, high] = extent(values.map(({ value }) => value));
  return {
    id: "ratio",
    title: words("log of the ratio of partition functions", "分配関数の比の対数"),
    note: words("What is added to all is taken off again.", "全体に足した数は差し引いてある。"),
    columns: 6,
    aspect: 4.5,
    x: {
      domain: [Math.max(-8, Math.min(-1.1, 1.2 * low)), Math.min(8, Math.max(2.1, 1.2 * high))],
      ticks: 6,
    },
    y: { domain: [0, 1], ticks: "none" },
    marks: [{ mark: "rule", x: 0 }, ...gauge(values)],
    table: tableOf(shown, "logPartitionRatio"),
  };
}

function tableOf(
  shown: Drawing,
  name: "effectiveSampleSize" | "logPartitionRatio",
): NonNullable<Panel["table"]> {
  return {
    columns: [words("yours", "自分の値"), words("right", "正しい値")],
    rows: [[cell(shown.student.get(name, "one")), cell(shown.reference.get(name, "one"))]],
  };
}

function sentences({ student, reference, state: { one } }: Drawing): Scene["says"] {
  const [own, right] = [student.get("resample", "one"), reference.get("resample", "one")];
  const size = [student.get("effectiveSampleSize", "one"), reference.get("effectiveSampleSize", "one")];
  const ratio = [student.get("logPartitionRatio", "one"), reference.get("logPartitionRatio", "one")];
  return [
    words(
      `With u = ${short(one.u)} your resample takes ${own?.join(" ") ?? "–"}; right is ${right?.join(" ") ?? "–"}.`,
      `u = ${short(one.u)} で自分の resample は ${own?.join(" ") ?? "–"} を選ぶ。正しくは ${right?.join(" ") ?? "–"} である。`,
    ),
    words(
      `The effective sample size is ${short(size[1])}, yours ${short(size[0])}; the log ratio is ${short(ratio[1], 6)}, yours ${short(ratio[0], 6)}.`,
      `有効サンプル数は ${short(size[1])}、自分の値は ${short(size[0])}。比の対数は ${short(ratio[1], 6)}、自分の値は ${short(ratio[0], 6)} である。`,
    ),
  ];
}

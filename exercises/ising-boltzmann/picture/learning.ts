import type { HandleMark, Mark, Panel, Player, Scene } from "#sdk/picture.ts";
import { cell, extent, short, words } from "#sdk/plot.ts";
import { at, ceiling, logLikelihood, momentsOf, pairs, probabilities, spins, states } from "./exact.ts";
import { lattice, pairName } from "./lattice.ts";
import { lastStep, rightHistory, rowsOf, sharesOf } from "./machine.ts";
import { agrees, ask, players, whose } from "./players.ts";
import { pictograms, sharesBy, signs, stateCalls, ticksTo, topFor } from "./sixteenStates.ts";
import type { Drawing, State } from "./state.ts";

/** The machine follows the student's gradient until the model's moments are those of the data. */
export function learning(shown: Drawing): Scene {
  const { state } = shown;
  const own = shown.student.get("expectations", "");
  return {
    panels: [
      lattice(state, { own, right: shown.reference.get("expectations", "") }),
      bars(shown),
      comparison(shown),
      climb(shown),
    ],
    keys: [whose.data, whose.student, whose.reference, whose.misconception],
    says: sentences(shown),
    progress: {
      value: state.step,
      of: lastStep,
      text: words(`step ${state.step} of ${lastStep}`, `${lastStep} ステップ中 ${state.step}`),
      stepMs: 60,
    },
  };
}

export function learningCalls(state: State) {
  return [...stateCalls(state), ask("gradient", "", [rowsOf(state), state.W, state.b])];
}

const dataBar = [0.08, 0.42] as const;

/** The share of each state in the data, which can be dragged, and its probability in the model. */
function bars({ state, student, misconception }: Drawing): Panel {
  const data = sharesOf(state);
  const own = sharesBy(student);
  const exact = probabilities(state);
  const top = topFor([...data, ...exact, ...own]);
  return {
    id: "bars",
    title: words("The data and the model, state by state", "データとモデルの、状態ごとの確率"),
    note: words(
      "Grey: share of the data; drag it. Blue: your exp(−E − log Z). Dashed: counted.",
      "灰色はデータの割合で、ドラッグできる。青は自分の exp(−E − log Z)、破線は数え上げた値。",
    ),
    columns: 8,
    aspect: 2.5,
    x: { domain: [0, states.length], ticks: "none" },
    y: { domain: [-0.3 * top, top], label: words("probability", "確率"), ticks: ticksTo(top) },
    marks: [
      { mark: "rule", y: 0 },
      { mark: "rects", ink: "data", faint: true, ...columns(data, dataBar) },
      { mark: "rects", ink: "student", ...columns(own, [0.5, 0.84]) },
      { mark: "rects", ink: "misconception", hollow: true, ...columns(sharesBy(misconception), [0.44, 0.9]) },
      { mark: "rects", ink: "reference", hollow: true, ...columns(exact, [0.47, 0.87]) },
      ...pictograms(top),
      ...states.map((x, s) => shareHandle(state, x, { s, share: at(data, s) })),
    ],
    table: {
      columns: [
        words("state", "状態"),
        words("data", "データ"),
        words("yours", "自分のモデル"),
        words("counted", "数え上げ"),
      ],
      rows: states.map((x, s) => [signs(x), cell(data[s]), cell(own[s] ?? undefined), cell(exact[s])]),
    },
  };
}

function columns(values: readonly (number | null)[], [from, to]: readonly [number, number]) {
  return {
    x0: values.map((_, s) => s + from),
    x1: values.map((_, s) => s + to),
    y0: values.map((value) => (value === null ? null : 0)),
    y1: values,
  };
}

function shareHandle(
  { counts }: State,
  x: readonly number[],
  { s, share }: { readonly s: number; readonly share: number },
): HandleMark {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const count = at(counts, s);
  return {
    mark: "handle",
    id: `share:${s}`,
    x: s + (dataBar[0] + dataBar[1]) / 2,
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

interface Moment {
  readonly name: string;
  readonly kind: "mean" | "pair";
  readonly data: number;
  readonly model: number;
  readonly step: number;
}

/** Both triangles of the couplings, then the fields; the diagonal is 1 in data and model alike. */
function momentsBy(shown: Drawing, player: Player): Moment[] {
  const seen = momentsOf(sharesOf(shown.state));
  const model = shown[player].get("expectations", "");
  const gradient = shown[player].get("gradient", "");
  const both = [...pairs, ...pairs.map(([i, j]) => [j, i] as const)];
  return [
    ...both.map(([i, j]) => ({
      name: pairName(i, j),
      kind: "pair" as const,
      data: at(seen.correlation[i], j),
      model: at(model?.correlation[i], j),
      step: at(gradient?.W[i], j),
    })),
    ...Array.from({ length: spins }, (_, i) => ({
      name: `b${i + 1}`,
      kind: "mean" as const,
      data: at(seen.mean, i),
      model: at(model?.mean, i),
      step: at(gradient?.b, i),
    })),
  ];
}

/** Each moment of the model over the data's: the right gradient is the way from the point to the line. */
function comparison(shown: Drawing): Panel {
  const moments = Object.fromEntries(players.map((player) => [player, momentsBy(shown, player)]));
  const own = moments["student"] ?? [];
  const right = moments["reference"] ?? [];
  const [low, high] = extent(own.flatMap(({ model, step }) => [model, model + step]));
  const reach = Math.min(6, 1.1 * Math.max(1.1, -low, high));
  return {
    id: "comparison",
    title: words("The model's moments over the data's", "データのモーメントとモデルのモーメント"),
    note: words(
      "Diamonds: means. Rings: pairs, both triangles of W side by side. Arrows: your gradient; it should end on the line.",
      "菱形は平均、輪は組（W の両側の三角を並べて示す）。矢印は自分の勾配で、線の上で終わるはずである。",
    ),
    columns: 4,
    aspect: 1.02,
    x: { domain: [-1.1, 1.1], label: words("data", "データ"), ticks: 5 },
    y: { domain: [-reach, reach], label: words("model", "モデル"), ticks: 5 },
    marks: [
      { mark: "rule", y: 0, stroke: "dotted", faint: true },
      { mark: "line", ink: "muted", x: [-1.1, 1.1], y: [-1.1, 1.1], width: 1 },
      arrows(own, "student"),
      arrows(right, "reference"),
      ...points(own, "student"),
    ],
    table: {
      columns: [
        words("parameter", "パラメータ"),
        words("data", "データ"),
        words("your model", "自分のモデル"),
        words("your gradient", "自分の勾配"),
        words("right", "正しい勾配"),
      ],
      rows: own.map(({ name, data, model, step }, k) => [
        name,
        cell(data),
        cell(model),
        cell(step),
        cell(right[k]?.step),
      ]),
    },
  };
}

/** The two triangles side by side, and the reference beside the student's: where they agree both are seen. */
function asideOf(k: number, ink: "student" | "reference"): number {
  return (k < pairs.length ? -0.028 : k < 2 * pairs.length ? 0.028 : 0) + (ink === "student" ? 0 : 0.012);
}

function arrows(moments: readonly Moment[], ink: "student" | "reference"): Mark {
  return {
    mark: "arrows",
    ink,
    stroke: ink === "student" ? "solid" : "dashed",
    x: moments.map(({ data }, k) => data + asideOf(k, ink)),
    y: moments.map(({ model }) => model),
    dx: moments.map(() => 0),
    dy: moments.map(({ step }) => step),
  };
}

function points(moments: readonly Moment[], ink: "student"): Mark[] {
  return (["pair", "mean"] as const).map((kind): Mark => {
    const some = moments.flatMap((one, k) => (one.kind === kind ? [{ ...one, k }] : []));
    return {
      mark: "points",
      ink,
      shape: kind === "pair" ? "ring" : "diamond",
      size: kind === "pair" ? 3 : 5,
      x: some.map(({ data, k }) => data + asideOf(k, ink)),
      y: some.map(({ model }) => model),
    };
  });
}

/** The mean log-likelihood, step by step, below what the data allow at most. */
function climb({ state }: Drawing): Panel {
  const shares = sharesOf(state);
  const own = [...state.history.map((value) => value ?? NaN), logLikelihood(state, shares)];
  const right = rightHistory(state);
  const most = ceiling(shares);
  const floor = Math.min(...right) - 0.15;
  const [low] = extent(own, [floor, floor]);
  return {
    id: "climb",
    title: words("The mean log-likelihood of the data", "データの平均対数尤度"),
    note: words(
      "Counted at each step of your gradient; dashed: along the right one. Above: minus the data's entropy.",
      "自分の勾配の一歩ごとに数え上げた値。破線は正しい勾配の場合。上の線はデータのエントロピーにマイナスを付けたもの。",
    ),
    columns: 4,
    aspect: 1.02,
    x: { domain: [0, lastStep], label: words("step", "ステップ"), ticks: 4 },
    // a run that leads away soon leaves the panel, and the right one is still seen
    y: {
      domain: [Math.max(floor - 3, Math.min(floor, low - 0.1)), most + 0.1],
      label: words("nats", "ナット"),
      ticks: 4,
    },
    marks: [
      { mark: "rule", y: most, ink: "data", stroke: "dotted" },
      { mark: "line", ink: "student", width: 2.4, x: own.map((_, step) => step), y: own },
      { mark: "line", ink: "reference", x: right.map((_, step) => step), y: right },
      { mark: "points", ink: "student", size: 4, x: [state.step], y: [at(own, state.step)] },
    ],
    table: {
      columns: [words("step", "ステップ"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: own.map((value, step) => [step, cell(value), cell(right[step])]),
    },
  };
}

function sentences(shown: Drawing): Scene["says"] {
  const { state } = shown;
  const shares = sharesOf(state);
  const now = short(logLikelihood(state, shares), 4);
  const most = short(ceiling(shares), 4);
  return [
    words(
      `After ${state.step} steps the mean log-likelihood is ${now} nats; the data allow ${most} at most.`,
      `${state.step} ステップ後の平均対数尤度は ${now} ナットで、このデータでの上限は ${most} である。`,
    ),
    ...aboutGradient(momentsBy(shown, "student"), momentsBy(shown, "reference")),
  ];
}

function aboutGradient(own: readonly Moment[], right: readonly Moment[]): Scene["says"] {
  const known = own.flatMap(({ step }, k) =>
    Number.isFinite(step) ? [{ step, right: right[k]?.step ?? NaN }] : [],
  );
  if (known.length === 0 || known.some((one) => !Number.isFinite(one.right))) return [];
  const off = known.filter((one) => !agrees(one.step, one.right)).length;
  return [
    off === 0
      ? words("Your gradient is the right one.", "自分の勾配は正しい。")
      : words(
          `${off} of the ${known.length} entries of your gradient differ from the right ones.`,
          `自分の勾配の ${known.length} 個の成分のうち ${off} 個が正しい値と異なる。`,
        ),
  ];
}

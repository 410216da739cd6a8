import type { Key, Mark, Panel, Scene } from "#sdk/picture.ts";
import { cell, short, words } from "#sdk/plot.ts";
import { bars } from "./bars.ts";
import { evidenceOf, type Evidence } from "./evidence.ts";
import { at, divergence } from "./exact.ts";
import { matrix, phases } from "./phases.ts";
import { agrees, players, whose } from "./players.ts";
import type { Drawing, Toy } from "./state.ts";
import { bordered, lastStep, nameOf, placeOf, rightTrail } from "./toy.ts";

/** A machine so small that nothing about it has to be estimated. */
export function sixteenStates(shown: Drawing): Scene {
  const { toy } = shown.state;
  const evidence = evidenceOf(shown);
  return {
    panels: [
      bars(toy, evidence),
      ...phases(evidence),
      parameters(toy),
      comparison(evidence),
      learning(toy, evidence),
    ],
    keys,
    says: sentences(toy, evidence),
    progress: {
      value: toy.step,
      of: lastStep,
      text: words(`step ${toy.step} of ${lastStep}`, `${lastStep} ステップ中 ${toy.step}`),
      stepMs: 50,
    },
  };
}

const keys: readonly Key[] = [
  whose.data,
  whose.student,
  { ink: "reference", mark: "dashed", text: words("exact, or right", "正確な値・正しい答え") },
  whose.misconception,
  { ink: "accent", mark: "arrow", text: words("your step", "自分の一歩") },
  { ink: "wrong", mark: "line", text: words("differs from the right CD-1", "正しい CD-1 と異なる") },
];

/** The machine itself: press a parameter, and a slider holds it. */
function parameters(toy: Toy): Panel {
  const values = bordered(toy.rbm);
  const [row, column] = placeOf(toy.chosen);
  const most = Math.max(1, ...values.slice(0, 24).map(Math.abs));
  const [heatmap, ...others] = matrix(values, { top: 0, most, ink: "reference" });
  return {
    id: "parameters",
    title: words("The machine: W, b beside it, c below", "モデル: W、右に b、下に c"),
    note: words(
      `Press one; the slider moves it. Chosen: ${nameOf(toy.chosen)}.`,
      `一つ押すと、スライダーで動かせる。選択中: ${nameOf(toy.chosen)}。`,
    ),
    columns: 4,
    aspect: 1.25,
    x: { domain: [0, 5], ticks: ["z1", "z2", "z3", "z4", "b"].map((text, i) => ({ at: i + 0.5, text })) },
    y: { domain: [5, 0], ticks: ["x1", "x2", "x3", "x4", "c"].map((text, i) => ({ at: i + 0.5, text })) },
    marks: [
      ...(heatmap?.mark === "heatmap" ? [{ ...heatmap, press: "parameter" }] : []),
      ...others,
      {
        mark: "rects",
        ink: "accent",
        hollow: true,
        x0: [column + 0.05],
        x1: [column + 0.95],
        y0: [row + 0.06],
        y1: [row + 0.94],
      },
    ],
    table: {
      columns: [words("parameter", "パラメータ"), words("value", "値")],
      rows: values.slice(0, 24).map((value, place) => [nameOf(place), cell(value)]),
    },
  };
}

const shapes = { student: "point", reference: "ring", misconception: "diamond" } as const;

/** Each component of CD-1 over the exact gradient's: on the diagonal they are equal. */
function comparison({ exact, by }: Evidence): Panel {
  const x = exact.gradient.slice(0, 24);
  const of = (player: keyof typeof shapes): readonly number[] => by[player].gradient?.slice(0, 24) ?? [];
  const usual = Math.max(0.25, ...[...x, ...of("reference")].map(Math.abs));
  // a wrong factor stretches the page, and the diagonal lies flat
  const reach = 1.1 * Math.max(usual, ...of("student").map(Math.abs).filter(Number.isFinite));
  return {
    id: "comparison",
    title: words("Your CD-1 over the exact gradient", "正確な勾配に対する自分の CD-1"),
    note: words(
      "Off the line: noise of few chains, and CD-1's bias. Off its ring: not CD-1.",
      "線からのずれは、連鎖の少なさによる揺らぎと CD-1 の偏り。輪からのずれは誤り。",
    ),
    columns: 4,
    aspect: 1.25,
    x: { domain: [-1.1 * usual, 1.1 * usual], label: words("exact", "正確な値"), ticks: 5 },
    y: { domain: [-reach, reach], label: words("CD-1", "CD-1"), ticks: 5 },
    marks: [
      { mark: "rule", y: 0, stroke: "dotted", faint: true },
      { mark: "rule", x: 0, stroke: "dotted", faint: true },
      { mark: "line", ink: "muted", x: [-2 * reach, 2 * reach], y: [-2 * reach, 2 * reach], width: 1 },
      ...players.flatMap((player): Mark[] => {
        const y = of(player);
        const size = player === "student" ? 3.5 : 6;
        return y.length === 0 ? [] : [{ mark: "points", ink: player, shape: shapes[player], size, x, y }];
      }),
    ],
  };
}

/** KL(data || model) of the exact probabilities, step by step. */
function learning(toy: Toy, { data, exact, by }: Evidence): Panel {
  const own = [...toy.kl.map((value) => value ?? Infinity), divergence(data, exact.model)];
  const right = rightTrail(toy);
  const x = own.map((_, step) => step);
  // a run that leads away soon leaves the panel, and the right one is still seen
  const usual = Math.max(0.3, ...right.filter(Number.isFinite));
  const top = 1.1 * Math.min(3 * usual, Math.max(usual, ...own.filter(Number.isFinite)));
  const learns = by.student.after !== null || toy.step > 0;
  return {
    id: "learning",
    title: words("How far the model is from the data", "モデルとデータの隔たり"),
    note: words(
      "Exact KL(data || model) as your cd1Update trains; dashed: the right update on the same uniforms.",
      "自分の cd1Update で学習したときの正確な KL(データ || モデル)。破線は同じ一様乱数での正しい更新。",
    ),
    columns: 4,
    aspect: 1.25,
    x: { domain: [0, lastStep], label: words("step", "ステップ"), ticks: 4 },
    y: { domain: [0, top], label: words("nats", "ナット"), ticks: 4 },
    marks: [
      ...(learns ? [{ mark: "line", ink: "student", x, y: own, width: 2.4 } as const] : []),
      { mark: "line", ink: "reference", x: right.map((_, step) => step), y: right },
      { mark: "points", ink: learns ? "student" : "muted", x: [toy.step], y: [at(own, toy.step)], size: 4 },
    ],
    table: {
      columns: [words("step", "ステップ"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: own.map((value, step) => [step, cell(value), cell(right[step])]),
    },
  };
}

function sentences({ step }: Toy, { data, exact, by }: Evidence): Scene["says"] {
  const kl = short(divergence(data, exact.model));
  return [
    words(
      `After ${step} steps KL(data || model) is ${kl} nats, counted exactly.`,
      `${step} ステップ後の KL(データ || モデル) は、数え上げると ${kl} ナットである。`,
    ),
    ...aboutModel(by.student.model, exact.model),
    ...aboutGradient(by.student.gradient, by.reference.gradient, exact.gradient),
  ];
}

function aboutModel(own: readonly number[] | null, exact: readonly number[]): Scene["says"] {
  if (own === null) return [];
  const gap = Math.max(...exact.map((value, i) => Math.abs(value - at(own, i))));
  if (gap < 1e-4)
    return [
      words(
        "Your freeEnergy gives exactly these probabilities.",
        "自分の freeEnergy から、まさにこの確率が得られる。",
      ),
    ];
  if (!Number.isFinite(gap))
    return [
      words(
        "Your freeEnergy does not give a number for each of the sixteen states.",
        "自分の freeEnergy は、16 個の状態のすべてに数を返してはいない。",
      ),
    ];
  return [
    words(
      `The probabilities from your freeEnergy are off by up to ${short(gap, 2)}.`,
      `自分の freeEnergy から得た確率は、最大 ${short(gap, 2)} ずれている。`,
    ),
  ];
}

function aboutGradient(
  own: readonly number[] | null,
  right: readonly number[] | null,
  exact: readonly number[],
): Scene["says"] {
  if (own === null) return [];
  const angle = cosineOf(own.slice(0, 24), exact.slice(0, 24));
  if (!Number.isFinite(angle))
    return [
      words(
        "Your CD-1 gradient does not have a number in each of its 24 places.",
        "自分の CD-1 勾配には、24 か所のうち数のない所がある。",
      ),
    ];
  const cosine = short(angle, 2);
  const wrong =
    right === null ? 0 : right.slice(0, 24).filter((value, i) => !agrees(at(own, i), value)).length;
  return [
    wrong === 0
      ? words(
          `Your CD-1 gradient is right in all 24 places; its cosine with the exact gradient is ${cosine}.`,
          `自分の CD-1 勾配は 24 か所すべてで正しい。正確な勾配との余弦は ${cosine} である。`,
        )
      : words(
          `Your CD-1 gradient differs from the right one in ${wrong} of 24 places; its cosine with the exact gradient is ${cosine}.`,
          `自分の CD-1 勾配は 24 か所のうち ${wrong} か所で正しい値と異なる。正確な勾配との余弦は ${cosine} である。`,
        ),
  ];
}

function cosineOf(some: readonly number[], others: readonly number[]): number {
  const product = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, i) => sum + value * at(b, i), 0);
  return product(some, others) / Math.sqrt(product(some, some) * product(others, others));
}

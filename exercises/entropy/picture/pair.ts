import type { HandleMark, Localized, Mark, Panel, Scene, SceneEvent } from "#sdk/picture.ts";
import { cell, extent, short, words } from "#sdk/plot.ts";
import { lengthsOf } from "./lengths.ts";
import { agree, ask, judged, keys, names, players, type Drawing, type View } from "./players.ts";
import { cumulated, moved, sum } from "./simplex.ts";

/** p, which the world draws from, and q, which is expected: the weather and its forecast. */
export interface PairState {
  readonly p: number[];
  readonly q: number[];
}

const outcomes = [
  { sign: "☀", name: words("sun", "晴れ") },
  { sign: "☁", name: words("clouds", "曇り") },
  { sign: "☂", name: words("rain", "雨") },
  { sign: "❄", name: words("snow", "雪") },
];

/** q is positive wherever p may be. */
const least = { p: 0, q: 0.01 } as const;

const start: PairState = { p: [0.5, 0.25, 0.17, 0.08], q: [0.18, 0.22, 0.25, 0.35] };

function change(state: PairState, event: SceneEvent): PairState {
  switch (event.kind) {
    case "drag": {
      const [, which, index] = /^([pq])([0-3])$/.exec(event.id) ?? [];
      if (which !== "p" && which !== "q") return state;
      return { ...state, [which]: moved(state[which], Number(index), event.y, least[which]) };
    }
    case "push":
      if (event.id === "same") return { ...state, q: softened(state.p) };
      if (event.id === "uniform") return { ...state, q: state.q.map(() => 1 / state.q.length) };
      if (event.id === "never") return { ...state, p: moved(state.p, 3, 0, least.p) };
      return event.id === "again" ? start : state;
    case "set":
    case "press":
    case "remove":
      return state;
  }
}

/** p, but nowhere below what q must have. */
function softened(p: readonly number[]): number[] {
  const raised = p.map((value) => Math.max(value, least.q));
  return raised.map((value) => value / sum(raised));
}

export const pair: View<PairState> = {
  start,
  change,
  controls: ({ p }) => [
    { control: "button", id: "same", label: words("Expect p: q = p", "p を予想する: q = p") },
    { control: "button", id: "uniform", label: words("q = uniform", "q を一様分布にする") },
    {
      control: "button",
      id: "never",
      label: words("It never snows: p(❄) = 0", "雪は降らない: p(❄) = 0"),
      disabled: p[3] === 0,
    },
    { control: "button", id: "again", label: words("Start over", "最初に戻す") },
  ],
  calls: ({ p, q }) => [
    ask("entropy", "", [p]),
    ask("crossEntropy", "", [p, q]),
    ask("kl", "", [p, q]),
    // the other direction, to see that it is another number
    ask("kl", "back", [q, softened(p)]),
  ],
  scene: (shown) => ({
    panels: [bars(shown), surprises(shown), lengths(shown)],
    keys: [
      { ink: "data", mark: "area", text: words("p: the weather", "p: 実際の天気") },
      { ink: "accent", mark: "area", text: words("q: the forecast", "q: 予報") },
      keys.student,
      keys.reference,
      keys.misconception,
    ],
    says: sentences(shown),
  }),
};

/** p and q side by side, their tops to be dragged. */
function bars({ state: { p, q } }: Drawing<PairState>): Panel {
  return {
    id: "bars",
    title: words("Drag the tops of p and q", "p と q の棒の上端をドラッグする"),
    note: words("The other outcomes share the rest.", "残りは他の結果が分け合う。"),
    columns: 5,
    aspect: 1.15,
    x: {
      domain: [0, 4],
      label: words("outcome", "結果"),
      ticks: outcomes.map(({ sign }, k) => ({ at: k + 0.5, text: sign })),
    },
    y: { domain: [0, 1.08], label: words("probability", "確率"), ticks: 5 },
    marks: [...column("p", p), ...column("q", q)],
    table: {
      columns: [words("outcome", "結果"), words("p", "p"), words("q", "q")],
      rows: outcomes.map(({ name }, k) => [name, cell(p[k]), cell(q[k])]),
    },
  };
}

function column(which: "p" | "q", values: readonly number[]): Mark[] {
  const [from, to] = which === "p" ? [0.1, 0.47] : [0.53, 0.9];
  const ink = which === "p" ? "data" : "accent";
  const handles = values.map((value, k): HandleMark => ({
    mark: "handle",
    id: `${which}${k}`,
    x: k + (from + to) / 2,
    y: value,
    moves: "y",
    step: 0.02,
    range: { y: [least[which], 1 - 3 * least[which]] },
    ink,
    shape: "bar",
    label: labelOf(which, outcomes[k]?.name ?? words("", "")),
    value: words(`${which} = ${short(value)}`, `${which} = ${short(value)}`),
  }));
  return [
    {
      mark: "rects",
      ink,
      x0: values.map((_, k) => k + from),
      x1: values.map((_, k) => k + to),
      y0: values.map(() => 0),
      y1: values,
    },
    {
      mark: "texts",
      ink,
      size: "small",
      x: values.map((_, k) => k + (from + to) / 2),
      y: values,
      texts: values.map((value) => short(value, 2)),
      shift: [0, -14],
    },
    ...handles,
  ];
}

function labelOf(which: string, { en, ja }: Localized): Localized {
  return words(`${which} of ${en}`, `${ja}の ${which}`);
}

/** Columns as wide as an outcome is likely and as high as it surprises: the mean height is an entropy. */
function surprises(shown: Drawing<PairState>): Panel {
  const { p, q } = shown.state;
  const edges = cumulated(p);
  const [own, expected] = [p, q].map((one) => one.map((value) => -Math.log(value)));
  const lines = players.flatMap((player) =>
    [shown[player].get("entropy", ""), shown[player].get("crossEntropy", "")].filter((value) =>
      Number.isFinite(value),
    ),
  );
  const top = Math.min(5, 1.1 * extent([...(expected ?? []), ...lines, 1.6])[1]);
  const bottom = Math.max(-4, Math.min(0, 1.15 * extent([...lines, 0])[0]));
  const columns = { x0: edges.slice(0, -1), x1: edges.slice(1), y0: p.map(() => 0) };
  return {
    id: "surprises",
    title: words("How often, and how surprising", "どれだけの割合で起こり、どれだけ驚くか"),
    note: words(
      "As wide as p, as high as the surprise: grey for who expects p, outlined for q. Lines are your averages; your KL is the arrow between.",
      "幅は p、高さは驚きである。灰色は p を予想するとき、枠線は q を予想するとき。横線が自分の求めた平均で、矢印が自分の KL である。",
    ),
    columns: 7,
    aspect: 1.7,
    x: {
      domain: [0, 1.24],
      label: words("p, added up", "p の累積"),
      ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: String(at) })),
    },
    y: { domain: [bottom, top], label: words("surprise (nats)", "驚き（ナット）"), ticks: 5 },
    marks: [
      {
        mark: "rects",
        ink: "data",
        faint: true,
        ...columns,
        y1: (own ?? []).map((value) => Math.min(value, 2 * top)),
      },
      { mark: "rects", ink: "accent", hollow: true, ...columns, y1: expected ?? [] },
      {
        mark: "texts",
        ink: "data",
        x: p.map((value, k) => (value < 0.03 ? null : ((edges[k] ?? 0) + (edges[k + 1] ?? 0)) / 2)),
        y: p.map(() => bottom),
        texts: outcomes.map(({ sign }) => sign),
        shift: [0, -10],
      },
      { mark: "rule", y: 0 },
      ...players.flatMap((player) => averages(player, shown)),
      ...labels(shown),
    ],
    table: {
      columns: [
        words("outcome", "結果"),
        words("p", "p"),
        words("surprise under p", "p のもとでの驚き"),
        words("surprise under q", "q のもとでの驚き"),
      ],
      rows: outcomes.map(({ name }, k) => [name, cell(p[k]), cell(own?.[k]), cell(expected?.[k])]),
    },
  };
}

/** The two averages as lines over all of p, and the divergence as an arrow that should lead from one to the other. */
function averages(player: (typeof players)[number], shown: Drawing<PairState>): Mark[] {
  const { student } = shown;
  const functions = shown[player];
  const width = player === "student" ? 3 : 2;
  const line = (y: number | undefined, to: number): Mark[] =>
    y === undefined ? [] : [{ mark: "line", ink: player, width, x: [0, to], y: [y, y] }];
  const foot = functions.get("entropy", "") ?? student.get("entropy", "");
  const divergence = functions.get("kl", "");
  const arrow: Mark[] =
    foot === undefined || divergence === undefined
      ? []
      : [
          {
            mark: "arrows",
            ink: player,
            stroke: player === "student" ? "solid" : "dashed",
            x: [player === "student" ? 1.03 : 1.055],
            y: [foot],
            dx: [0],
            dy: [divergence],
          },
        ];
  return [
    ...line(functions.get("entropy", ""), 1.07),
    ...line(functions.get("crossEntropy", ""), 1.07),
    ...arrow,
  ];
}

function labels({ student, reference }: Drawing<PairState>): Mark[] {
  const [h, cross, divergence] = (["entropy", "crossEntropy", "kl"] as const).map((name) => {
    const [own, right] = [student.get(name, ""), reference.get(name, "")];
    return { value: own ?? right, agrees: agree(own, right) };
  });
  const near = Math.abs((cross?.value ?? 0) - (h?.value ?? 0)) < 0.35;
  const label = (one: typeof h, text: string, down: number): Mark[] =>
    one?.value === undefined
      ? []
      : [
          {
            mark: "texts",
            ink: one.agrees ? "data" : "wrong",
            x: [1.085],
            y: [one.value],
            texts: [text],
            anchor: "start",
            shift: [0, down],
          },
        ];
  const middle =
    divergence === undefined || h?.value === undefined || divergence.value === undefined || near
      ? undefined
      : { agrees: divergence.agrees, value: h.value + divergence.value / 2 };
  return [
    ...label(h, "H(p)", near ? 8 : 0),
    ...label(cross, "H(p, q)", near ? -8 : 0),
    ...label(middle, "KL", 0),
  ];
}

/** H(p, q) as one length, H(p) and KL end to end as another; their parts, outcome by outcome, above. */
function lengths(shown: Drawing<PairState>): Panel {
  const { p, q } = shown.state;
  const weighed = (one: readonly number[]): number[] =>
    p.map((value, k) => (value === 0 ? 0 : -value * Math.log(one[k] ?? NaN)));
  const signs = outcomes.map(({ sign }) => sign);
  return {
    id: "lengths",
    title: words("The same as lengths", "同じことを長さで見る"),
    note: words(
      "The thin strips are what each outcome contributes. Where the identity holds, the two thick bars end at one place.",
      "細い帯は各結果の寄与である。恒等式が成り立てば、二本の太い棒の右端は揃う。",
    ),
    columns: 12,
    aspect: 3.8,
    ...lengthsOf(
      shown,
      [
        { text: "H(p, q)", parts: (of) => [of.get("crossEntropy", "")] },
        { text: "H(p) + KL", parts: (of) => [of.get("entropy", ""), of.get("kl", "")] },
      ],
      [
        { above: 0, ink: "accent", parts: weighed(q), labels: signs },
        { above: 1, ink: "data", parts: weighed(p), labels: signs },
      ],
    ),
    table: {
      columns: [
        words("whose", "誰の"),
        words("H(p)", "H(p)"),
        words("KL(p || q)", "KL(p || q)"),
        words("H(p) + KL", "H(p) + KL"),
        words("H(p, q)", "H(p, q)"),
      ],
      rows: players
        .filter((player) => player !== "misconception")
        .map((player) => {
          const [h, divergence] = [shown[player].get("entropy", ""), shown[player].get("kl", "")];
          const both = h === undefined || divergence === undefined ? undefined : h + divergence;
          return [
            names[player],
            cell(h),
            cell(divergence),
            cell(both),
            cell(shown[player].get("crossEntropy", "")),
          ];
        }),
    },
  };
}

function sentences({ student, reference }: Drawing<PairState>): Scene["says"] {
  const compared = (name: string, of: "entropy" | "crossEntropy" | "kl", id = "") => ({
    name,
    own: student.get(of, id),
    right: reference.get(of, id),
  });
  const [h, divergence, cross] = [
    student.get("entropy", ""),
    student.get("kl", ""),
    student.get("crossEntropy", ""),
  ];
  const whole = h === undefined || divergence === undefined ? undefined : h + divergence;
  const apart = whole !== undefined && cross !== undefined && !agree(whole, cross);
  return [
    judged([compared("H(p)", "entropy"), compared("KL(p || q)", "kl"), compared("H(p, q)", "crossEntropy")]),
    ...(apart
      ? [
          words(
            `Your H(p) + KL is ${short(whole)}, which is not your H(p, q) = ${short(cross)}.`,
            `自分の H(p) + KL は ${short(whole)} で、自分の H(p, q) = ${short(cross)} と一致しない。`,
          ),
        ]
      : []),
    words(
      `The other way round, your KL(q || p) is ${short(student.get("kl", "back"))}.`,
      `逆向きでは、自分の KL(q || p) は ${short(student.get("kl", "back"))} である。`,
    ),
  ];
}

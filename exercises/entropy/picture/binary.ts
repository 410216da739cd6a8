import type { HandleMark, Mark, Panel, Scene, SceneEvent } from "#sdk/picture.ts";
import { cell, clamp, short, steps, words } from "#sdk/plot.ts";
import { ask, judged, keys, players, type Drawing, type Functions, type View } from "./players.ts";

/** A coin that falls heads with probability `p`, and what somebody expects of it. */
export interface BinaryState {
  readonly p: number;
  readonly q: number;
}

const start: BinaryState = { p: 0.75, q: 0.3 };

/** Closer together near the ends, where entropies are steep; the ends themselves belong to it. */
const sweep = steps(0, Math.PI, 41).map((angle) => Math.round(500 * (1 - Math.cos(angle))) / 1000);
const inner = sweep.slice(1, -1);

/** High enough for the cross-entropy of whoever is surest and wrong. */
function topOf(q: number): number {
  return clamp(-1.1 * Math.log(Math.min(q, 1 - q)), 1.2, 4.4);
}

/** Where the handles run. */
function bottomOf(q: number): number {
  return -0.12 * topOf(q);
}

function change(state: BinaryState, event: SceneEvent): BinaryState {
  if (event.kind === "drag" && event.id === "p") return { ...state, p: round(clamp(event.x, 0, 1)) };
  if (event.kind === "drag" && event.id === "q") return { ...state, q: round(clamp(event.x, 0.02, 0.98)) };
  if (event.kind !== "push") return state;
  if (event.id === "same") return { ...state, q: clamp(state.p, 0.02, 0.98) };
  return event.id === "again" ? start : state;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function coin(heads: number): number[] {
  return [heads, 1 - heads];
}

export const binary: View<BinaryState> = {
  start,
  change,
  controls: () => [
    { control: "button", id: "same", label: words("Expect p: q = p", "p を予想する: q = p") },
    { control: "button", id: "again", label: words("Start over", "最初に戻す") },
  ],
  calls: ({ p, q }) => [
    ask("entropy", "", [coin(p)]),
    ask("crossEntropy", "", [coin(p), coin(q)]),
    ask("kl", "", [coin(p), coin(q)]),
    ...sweep.flatMap((t) => [
      ask("entropy", String(t), [coin(t)]),
      ask("crossEntropy", String(t), [coin(t), coin(q)]),
      ask("kl", String(t), [coin(t), coin(q)]),
    ]),
    ...inner.map((t) => ask("kl", `back ${t}`, [coin(q), coin(t)])),
  ],
  scene: (shown) => ({
    panels: [tangent(shown), divergences(shown)],
    keys: [
      { ...keys.student, mark: "line" },
      keys.reference,
      keys.misconception,
      { ink: "accent", mark: "diamond", text: words("q, which is expected", "予想する q") },
      { ink: "data", mark: "point", text: words("p, which happens", "実際の p") },
    ],
    says: sentences(shown),
  }),
};

/** Over p the entropy is a bow and the cross-entropy a straight line, which touches it at q. */
function tangent(shown: Drawing<BinaryState>): Panel {
  const { p, q } = shown.state;
  return {
    id: "tangent",
    title: words("H(p) bends, H(p, q) is its tangent at q", "H(p) は弓なりで、H(p, q) は q での接線になる"),
    note: words(
      "Drag p and q along the lower edge. The arrow at p is your KL: from your H(p) up to your H(p, q).",
      "下端の p と q をドラッグする。p に立つ矢印が自分の KL で、自分の H(p) から H(p, q) まで届く。",
    ),
    columns: 7,
    aspect: 1.45,
    x: { domain: [-0.02, 1.02], label: words("probability of heads", "表の出る確率"), ticks: 5 },
    y: { domain: [bottomOf(q), topOf(q)], label: words("nats", "ナット"), ticks: 5 },
    marks: [
      { mark: "rule", y: 0 },
      { mark: "rule", ink: "accent", stroke: "dotted", x: q },
      { mark: "rule", ink: "muted", stroke: "dotted", x: p },
      ...players.flatMap((player) => [
        ...curve(
          player,
          sweep.map((t) => shown[player].get("entropy", String(t))),
        ),
        ...curve(
          player,
          sweep.map((t) => shown[player].get("crossEntropy", String(t))),
        ),
        ...arrow(player, shown),
      ]),
      ...dots(shown),
      crosses(shown),
      handle("p", p, q),
      handle("q", q, q),
    ],
    table: {
      columns: [
        words("p", "p"),
        words("your H(p)", "自分の H(p)"),
        words("right H(p)", "正しい H(p)"),
        words("your H(p, q)", "自分の H(p, q)"),
        words("right H(p, q)", "正しい H(p, q)"),
      ],
      rows: sweep.map((t) => [
        t,
        ...(["entropy", "crossEntropy"] as const).flatMap((name) =>
          [shown.student, shown.reference].map((one) => cell(one.get(name, String(t)))),
        ),
      ]),
    },
  };
}

function curve(player: (typeof players)[number], y: readonly (number | undefined)[], x = sweep): Mark[] {
  if (y.every((value) => value === undefined)) return [];
  const width = player === "student" ? 2.6 : 2;
  return [{ mark: "line", ink: player, x, y: y.map((value) => value ?? null), width }];
}

function arrow(player: (typeof players)[number], shown: Drawing<BinaryState>): Mark[] {
  const { p } = shown.state;
  const foot = shown[player].get("entropy", "") ?? shown.student.get("entropy", "");
  const divergence = shown[player].get("kl", "");
  if (foot === undefined || divergence === undefined) return [];
  return [
    {
      mark: "arrows",
      ink: player,
      stroke: player === "student" ? "solid" : "dashed",
      x: [player === "student" ? p : p + 0.012],
      y: [foot],
      dx: [0],
      dy: [divergence],
    },
  ];
}

/** Where the two lie at p: a ring around a point where they agree. */
function dots({ state: { p }, student, reference }: Drawing<BinaryState>): Mark[] {
  const at = (functions: Functions) => {
    const values = [functions.get("entropy", ""), functions.get("crossEntropy", "")];
    return { x: [p, p], y: values.map((value) => value ?? null) };
  };
  return [
    { mark: "points", ink: "student", size: 4, ...at(student) },
    { mark: "points", ink: "reference", shape: "ring", size: 8, ...at(reference) },
  ];
}

/** Where the student's curves have no number, at a place where they should have one. */
function crosses({ student, reference }: Drawing<BinaryState>): Mark {
  const missing = sweep.flatMap((t) =>
    (["entropy", "crossEntropy"] as const)
      .filter((name) => Number.isNaN(student.get(name, String(t))))
      .map((name) => ({ x: t, y: reference.get(name, String(t)) ?? 0 })),
  );
  return {
    mark: "points",
    ink: "wrong",
    shape: "cross",
    size: 6,
    x: missing.map(({ x }) => x),
    y: missing.map(({ y }) => y),
  };
}

function handle(id: "p" | "q", value: number, q: number): HandleMark {
  const expected = id === "q";
  return {
    mark: "handle",
    id,
    x: value,
    y: bottomOf(q),
    moves: "x",
    step: 0.02,
    range: { x: expected ? [0.02, 0.98] : [0, 1] },
    ink: expected ? "accent" : "data",
    shape: expected ? "diamond" : "point",
    label: expected
      ? words("q, the probability that is expected", "予想する確率 q")
      : words("p, the probability of heads", "表の出る確率 p"),
    value: words(`${id} = ${short(value)}`, `${id} = ${short(value)}`),
  };
}

/** The two directions of KL against each other: both touch 0 at q, and nowhere else are they alike. */
function divergences(shown: Drawing<BinaryState>): Panel {
  const { p, q } = shown.state;
  const ends = players.flatMap((player): Mark[] => {
    const back = inner.map((t) => shown[player].get("kl", `back ${t}`));
    return [
      ...curve(
        player,
        sweep.map((t) => shown[player].get("kl", String(t))),
      ),
      ...curve(player, back, inner).map((mark): Mark => ({ ...mark, faint: true })),
    ];
  });
  return {
    id: "divergences",
    title: words("KL(p || q), and faintly KL(q || p)", "KL(p || q) と、薄い線の KL(q || p)"),
    note: words(
      "Both are 0 at q. At the ends the first stays finite, the second does not.",
      "どちらも q で 0 になる。両端で前者は有限にとどまり、後者は限りなく大きくなる。",
    ),
    columns: 5,
    aspect: 1.04,
    x: { domain: [-0.02, 1.02], label: words("p", "p"), ticks: 5 },
    y: { domain: [bottomOf(q), topOf(q)], label: words("nats", "ナット"), ticks: 5 },
    marks: [
      { mark: "rule", y: 0 },
      { mark: "rule", ink: "accent", stroke: "dotted", x: q },
      ...ends,
      {
        mark: "points",
        ink: "student",
        size: 4,
        x: [p],
        y: [shown.student.get("kl", "") ?? null],
      },
      {
        mark: "points",
        ink: "reference",
        shape: "ring",
        size: 8,
        x: [p],
        y: [shown.reference.get("kl", "") ?? null],
      },
    ],
    table: {
      columns: [
        words("p", "p"),
        words("your KL(p || q)", "自分の KL(p || q)"),
        words("right KL(p || q)", "正しい KL(p || q)"),
        words("your KL(q || p)", "自分の KL(q || p)"),
      ],
      rows: sweep.map((t) => [
        t,
        cell(shown.student.get("kl", String(t))),
        cell(shown.reference.get("kl", String(t))),
        cell(shown.student.get("kl", `back ${t}`)),
      ]),
    },
  };
}

function sentences({ state: { p, q }, student, reference }: Drawing<BinaryState>): Scene["says"] {
  const compared = (name: string, of: "entropy" | "crossEntropy" | "kl") => ({
    name,
    own: student.get(of, ""),
    right: reference.get(of, ""),
  });
  const ends = [0, 1].map((t) => student.get("entropy", String(t)));
  return [
    words(`p = ${short(p)}, q = ${short(q)}.`, `p = ${short(p)}、q = ${short(q)}。`),
    judged([compared("H(p)", "entropy"), compared("KL(p || q)", "kl"), compared("H(p, q)", "crossEntropy")]),
    ...(ends.some((value) => Number.isNaN(value))
      ? [
          words(
            "At the ends, where the coin is certain, your H(p) is NaN: see the crosses.",
            "硬貨の結果が確実になる両端で、自分の H(p) は NaN になる（×印のところ）。",
          ),
        ]
      : []),
  ];
}

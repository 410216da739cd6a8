import type { HandleMark, Ink, Mark, Panel, Scene, SceneEvent } from "#sdk/picture.ts";
import { cell, clamp, short, steps, words } from "#sdk/plot.ts";
import {
  agree,
  ask,
  judged,
  keys,
  names,
  players,
  type Drawing,
  type Functions,
  type View,
} from "./players.ts";

/** p(x, z) of a small model: three images x that may be seen, five hidden states z. All of it sums to 1. */
const joints: Readonly<Record<string, number[]>> = {
  a: [0.015, 0.12, 0.04, 0.03, 0.02],
  b: [0.075, 0.03, 0.06, 0.02, 0.06],
  c: [0.06, 0.15, 0.1, 0.2, 0.02],
};
const states = [0, 1, 2, 3, 4];

/**
 * q, kept as the share of the state that is held and how the others divide the rest: a bar that is dragged up to 1 and
 * down again finds the others as they were.
 */
export interface BoundState {
  readonly seen: string;
  readonly held: number;
  readonly share: number;
  readonly others: number[];
}

/** Negative numbers stand on this: below every bound, which at worst is the smallest log p(x, z). */
const floor = -4.5;
const ceiling = 0.6;
const nats = { domain: [floor, ceiling], label: words("nats", "ナット"), ticks: 5 } as const;
/** Closer together near the ends, where the bound falls off steeply. */
const sweep = steps(0, Math.PI, 41).map((angle) => Math.round(500 * (1 - Math.cos(angle))) / 1000);

export const bound: View<BoundState> = {
  start: { seen: "a", ...holding([0.46, 0.03, 0.3, 0.06, 0.15], 2) },
  change,
  controls: ({ seen, held, share }) => [
    {
      control: "choice",
      id: "seen",
      label: words("image seen", "観測した画像"),
      options: Object.keys(joints).map((value) => ({ value, label: words(`x = ${value}`, `x = ${value}`) })),
      value: seen,
    },
    { control: "button", id: "posterior", label: words("q = posterior", "q を事後分布にする") },
    { control: "button", id: "uniform", label: words("q = uniform", "q を一様分布にする") },
    {
      control: "button",
      id: "zero",
      label: words(`q(${nameOf(held)}) = 0`, `q(${nameOf(held)}) を 0 にする`),
      disabled: share === 0,
    },
  ],
  calls: (state) => [
    ask("lowerBound", "", [jointOf(state), qAt(state, state.share)]),
    ...sweep.map((share, index) => ask("lowerBound", `${index}`, [jointOf(state), qAt(state, share)])),
  ],
  scene: (shown) => ({
    panels: [distribution(shown), stack(shown), line(shown)],
    keys: [
      { ink: "accent", mark: "area", text: words("q(z), yours to move", "自由に動かせる q(z)") },
      { ink: "data", mark: "line", text: words("posterior p(z | x)", "事後分布 p(z | x)") },
      { ink: "muted", mark: "area", text: words("joint p(x, z)", "同時確率 p(x, z)") },
      keys.student,
      keys.reference,
      keys.misconception,
    ],
    says: sentences(shown),
  }),
};

function change(state: BoundState, event: SceneEvent): BoundState {
  switch (event.kind) {
    case "drag":
      if (event.id === "share") return { ...state, share: snapped(event.x) };
      return { ...taking(state, Number(event.id.slice(1))), share: snapped(event.y) };
    case "set":
      return event.id === "seen" && String(event.value) in joints
        ? { ...state, seen: String(event.value) }
        : state;
    case "push":
      if (event.id === "posterior") return { ...state, ...holding(posteriorOf(state), state.held) };
      if (event.id === "uniform")
        return {
          ...state,
          ...holding(
            states.map(() => 0.2),
            state.held,
          ),
        };
      return event.id === "zero" ? { ...state, share: 0 } : state;
    case "press":
    case "remove":
      return state;
  }
}

/** The ends are easy to hit: exactly 0 and exactly 1 are what one wants to see. */
function snapped(share: number): number {
  if (share < 0.012) return 0;
  return share > 0.988 ? 1 : clamp(Math.round(share * 1000) / 1000, 0, 1);
}

function taking(state: BoundState, held: number): BoundState {
  return held === state.held ? state : { ...state, ...holding(qAt(state, state.share), held) };
}

function holding(q: readonly number[], held: number): Omit<BoundState, "seen"> {
  const rest = q.reduce((sum, value, z) => (z === held ? sum : sum + value), 0);
  const others = q.map((value, z) => {
    if (z === held) return 0;
    return rest > 0 ? value / rest : 1 / (q.length - 1);
  });
  return { held, share: q[held] ?? 0, others };
}

/** q with this share on the state that is held. */
function qAt({ held, others }: BoundState, share: number): number[] {
  return others.map((other, z) => (z === held ? share : (1 - share) * other));
}

function jointOf({ seen }: BoundState): number[] {
  return joints[seen] ?? [];
}

function posteriorOf(state: BoundState): number[] {
  const joint = jointOf(state);
  const evidence = joint.reduce((sum, value) => sum + value, 0);
  return joint.map((value) => value / evidence);
}

function nameOf(z: number): string {
  return `z${"₁₂₃₄₅".charAt(z)}`;
}

/** q as bars whose tops are handles, over the joint and within the outline of the posterior. */
function distribution({ state }: Drawing<BoundState>): Panel {
  const q = qAt(state, state.share);
  const [joint, posterior] = [jointOf(state), posteriorOf(state)];
  const handles = q.map((value, z): HandleMark => ({
    mark: "handle",
    id: `q${z}`,
    x: z + 0.5,
    y: value,
    moves: "y",
    step: 0.02,
    range: { y: [0, 1] },
    ink: "accent",
    shape: "bar",
    label: words(`q of state ${nameOf(z)}`, `状態 ${nameOf(z)} の q`),
    value: words(`q = ${short(value)}`, `q = ${short(value)}`),
  }));
  return {
    id: "distribution",
    title: words("Drag the tops of q(z)", "q(z) の棒の上端をドラッグする"),
    note: words(
      "The other states share the rest. Grey: p(x, z), whose sum is p(x); outlined: the posterior.",
      "残りは他の状態が分け合う。灰色は p(x, z) で、総和は p(x) である。枠線は事後分布である。",
    ),
    columns: 7,
    aspect: 1.6,
    x: { domain: [0, q.length], ticks: states.map((z) => ({ at: z + 0.5, text: nameOf(z) })) },
    y: { domain: [0, 1.1], label: words("probability", "確率"), ticks: 5 },
    marks: [
      bars("accent", { from: -0.3, to: 0.3, heights: q }),
      bars("muted", { from: 0.32, to: 0.42, heights: joint }),
      { ...bars("data", { from: -0.42, to: 0.42, heights: posterior }), hollow: true },
      {
        mark: "texts",
        ink: "accent",
        x: states.map((z) => z + 0.5),
        y: q,
        texts: q.map((value) => short(value, 2)),
        shift: [0, -14],
      },
      ...handles,
    ],
    table: {
      columns: [
        words("state", "状態"),
        words("q(z)", "q(z)"),
        words("p(z | x)", "p(z | x)"),
        words("p(x, z)", "p(x, z)"),
      ],
      rows: states.map((z) => [nameOf(z), cell(q[z]), cell(posterior[z]), cell(joint[z])]),
    },
  };
}

interface Bars {
  readonly from: number;
  readonly to: number;
  readonly heights: readonly number[];
}

function bars(ink: Ink, { from, to, heights }: Bars) {
  return {
    mark: "rects",
    ink,
    x0: heights.map((_, z) => z + 0.5 + from),
    x1: heights.map((_, z) => z + 0.5 + to),
    y0: heights.map(() => 0),
    y1: heights,
  } as const;
}

interface Bound {
  readonly elbo: number;
  readonly gap: number;
  readonly logEvidence: number;
}

/** ELBO and gap on top of each other, from a floor that all share, against log p(x). */
function stack(shown: Drawing<BoundState>): Panel {
  const known = players.flatMap((player) => {
    const result = shown[player].get("lowerBound", "");
    return result === undefined ? [] : [{ player, result }];
  });
  return {
    id: "stack",
    title: words("log p(x) = ELBO + gap", "log p(x) = ELBO + gap"),
    note: words(
      "ELBO and log p(x) are negative here: the bar begins at the lower edge, not at 0.",
      "ここでは ELBO も log p(x) も負なので、棒は 0 ではなく下端から始まる。",
    ),
    columns: 5,
    aspect: 1.14,
    x: { domain: [0, 3], ticks: "none" },
    y: nats,
    marks: [
      ...known.flatMap(({ player, result }) => layers(player, result)),
      ...labels(shown.student.get("lowerBound", ""), shown.reference.get("lowerBound", "")),
    ],
    table: {
      columns: [
        words("whose", "誰の"),
        words("ELBO", "ELBO"),
        words("gap", "gap"),
        words("ELBO + gap", "ELBO + gap"),
        words("log p(x)", "log p(x)"),
      ],
      rows: known
        .toReversed()
        .map(({ player, result: { elbo, gap, logEvidence } }) => [
          names[player],
          cell(elbo),
          cell(gap),
          cell(elbo + gap),
          cell(logEvidence),
        ]),
    },
  };
}

/** Further out for each player, so that outlines do not hide each other. */
const margins = { student: 0, reference: 0.05, misconception: 0.1 } as const;

function layers(player: (typeof players)[number], { elbo, gap, logEvidence }: Bound): Mark[] {
  const own = player === "student";
  const [x0, x1] = [[0.3 - margins[player]], [1.5 + margins[player]]];
  const lower = { mark: "rects", ink: player, x0, x1, y0: [floor], y1: [elbo] } as const;
  // a gap without end reaches out of the panel
  const upper = { ...lower, y0: [elbo], y1: [Math.min(elbo + gap, 2 * ceiling)] };
  return [
    ...(own ? [lower, { ...upper, faint: true }] : [{ ...lower, hollow: true }]),
    { ...upper, hollow: true },
    {
      mark: "line",
      ink: player,
      width: own ? 2.6 : 2,
      x: [0, 3],
      y: [logEvidence, logEvidence],
    },
  ];
}

/** The three numbers beside their parts; one that is wrong in the colour for it, at the right one's place if it has none. */
function labels(own: Bound | undefined, right: Bound | undefined): Mark[] {
  const result = own ?? right;
  if (result === undefined) return [];
  const places = placesOf(isFinite(result) ? result : (right ?? result));
  return terms.map((term): Mark => ({
    mark: "texts",
    ink: agree(result[term], right?.[term]) ? "data" : "wrong",
    x: [1.66],
    y: [clamp(places[term].y, floor, ceiling)],
    texts: [`${termNames[term]} = ${short(result[term])}`],
    anchor: "start",
    shift: [0, places[term].down],
  }));
}

const terms = ["elbo", "gap", "logEvidence"] as const;
const termNames = { elbo: "ELBO", gap: "gap", logEvidence: "log p(x)" } as const;

function isFinite(result: Bound): boolean {
  return terms.every((term) => Number.isFinite(result[term]));
}

function placesOf({ elbo, gap, logEvidence }: Bound) {
  return {
    logEvidence: { y: logEvidence, down: -10 },
    gap: { y: elbo + gap / 2, down: 9 },
    elbo: { y: (floor + elbo) / 2, down: 0 },
  };
}

/** The bound as the held state's share goes from 0 to 1: what dragging its bar goes through. */
function line(shown: Drawing<BoundState>): Panel {
  const { state } = shown;
  const name = nameOf(state.held);
  return {
    id: "line",
    title: words(
      `The bound while q(${name}) moves, the others in proportion`,
      `q(${name}) を動かしたときの下限（他の状態の比は一定）`,
    ),
    note: words(
      "Lower curve: ELBO. Upper one: log p(x), which does not depend on q. Between them: the gap.",
      "下の曲線が ELBO、上が q によらない log p(x) で、その間が gap である。",
    ),
    columns: 12,
    aspect: 2.8,
    x: { domain: [0, 1], label: words(`q(${name})`, `q(${name})`) },
    y: nats,
    marks: [
      { mark: "rule", ink: "accent", stroke: "dotted", x: state.share },
      ...players.flatMap((player) => curves(player, shown[player])),
      ...dots(shown),
      {
        mark: "handle",
        id: "share",
        x: state.share,
        y: floor,
        moves: "x",
        step: 0.02,
        ink: "accent",
        shape: "bar",
        label: words(`q of state ${name}`, `状態 ${name} の q`),
        value: words(`q = ${short(state.share)}`, `q = ${short(state.share)}`),
      },
    ],
    table: {
      columns: [
        words(`q(${name})`, `q(${name})`),
        words("your ELBO", "自分の ELBO"),
        words("your log p(x)", "自分の log p(x)"),
        words("right ELBO", "正しい ELBO"),
        words("right log p(x)", "正しい log p(x)"),
      ],
      rows: sweep.map((share, index) => {
        const [own, right] = [shown.student, shown.reference].map((one) => one.get("lowerBound", `${index}`));
        return [share, cell(own?.elbo), cell(own?.logEvidence), cell(right?.elbo), cell(right?.logEvidence)];
      }),
    },
  };
}

function curves(player: (typeof players)[number], functions: Functions): Mark[] {
  const results = sweep.map((_, index) => functions.get("lowerBound", `${index}`));
  if (results.every((result) => result === undefined)) return [];
  const elbos = results.map((result) => result?.elbo ?? NaN);
  const curve = (y: readonly number[]): Mark => ({
    mark: "line",
    ink: player,
    x: sweep,
    y,
    width: player === "student" ? 2.6 : 2,
  });
  const between: Mark = {
    mark: "area",
    ink: player,
    x: sweep,
    y0: elbos,
    y1: results.map((result) => Math.min((result?.elbo ?? NaN) + (result?.gap ?? NaN), 2 * ceiling)),
  };
  return [
    ...(player === "student" ? [between] : []),
    curve(elbos),
    curve(results.map((result) => result?.logEvidence ?? NaN)),
  ];
}

/** Where q is now: a ring around a point where the two agree. */
function dots({ state, student, reference }: Drawing<BoundState>): Mark[] {
  const dot = (functions: Functions) => ({
    mark: "points" as const,
    x: [state.share],
    y: [functions.get("lowerBound", "")?.elbo ?? NaN],
  });
  return [
    ...(student.get("lowerBound", "") === undefined
      ? []
      : [{ ...dot(student), ink: "student" as const, size: 5 }]),
    { ...dot(reference), ink: "reference", shape: "ring", size: 8 },
  ];
}

function sentences({ state, student, reference }: Drawing<BoundState>): Scene["says"] {
  const [own, right] = [student.get("lowerBound", ""), reference.get("lowerBound", "")];
  const now = `q(${nameOf(state.held)}) = ${short(state.share)}`;
  const said = (one: Bound | undefined): string =>
    terms.map((term) => `${termNames[term]} = ${short(one?.[term])}`).join(", ");
  const sum = own === undefined ? undefined : own.elbo + own.gap;
  return [
    judged({
      right: words(`${now}. Right: ${said(right)}.`, `${now}。正しい値: ${said(right)}。`),
      own: terms.map((term) => own?.[term]),
      theirs: terms.map((term) => right?.[term]),
      said: said(own),
    }),
    ...(!Number.isFinite(sum) || agree(sum, own?.logEvidence)
      ? []
      : [
          words(
            `Your ELBO + gap is ${short(sum)}, which is not your log p(x).`,
            `自分の ELBO + gap は ${short(sum)} で、自分の log p(x) と一致しない。`,
          ),
        ]),
  ];
}

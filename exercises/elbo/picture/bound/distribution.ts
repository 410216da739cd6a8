import type { HandleMark, Ink, Panel } from "#sdk/picture.ts";
import { cell, short, words } from "#sdk/plot.ts";
import { states, type BoundState, qAt, jointOf, posteriorOf, nameOf } from "./state.ts";
import type { Drawing } from "../players.ts";

/** q as bars whose tops are handles, over the joint and within the outline of the posterior. */
export function distribution({ state }: Drawing<BoundState>): Panel {
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

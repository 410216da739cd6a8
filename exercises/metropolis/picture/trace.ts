import type { Mark, Panel } from "#sdk/picture.ts";
import { cell, words } from "#sdk/plot.ts";
import { stateTicks } from "./landscape.ts";
import { players } from "./players.ts";
import { at, isState, nameOf, order, placeOf } from "./spins.ts";
import { most, type Drawing, type State } from "./state.ts";
import { stepTrail, type Trail } from "./walks.ts";

/** The state after every step, with a cross where the proposal was turned down. */
export function trace(shown: Drawing): Panel {
  const { state } = shown;
  const [own, right] = [stepTrail(shown, "student"), stepTrail(shown, "reference")];
  const turnedDown = rejections(own);
  return {
    id: "trace",
    title: words("The trace of your chain", "自分の連鎖の軌跡"),
    note: words(
      "Crosses: rejected, the chain stays. Dashed: the right chain on the same uniforms. Press to go to a step.",
      "×印は棄却で、連鎖はとどまる。破線は同じ一様乱数での正しい連鎖。押すとその一歩に移る。",
    ),
    columns: 12,
    aspect: 3.3,
    x: { domain: [0, most.steps], label: words("step", "ステップ"), ticks: 9 },
    y: { domain: [-0.6, 7.6], ticks: stateTicks },
    press: "trace",
    marks: [
      { mark: "rule", x: state.steps, ink: "accent", stroke: "dotted" },
      ...players.flatMap((player): Mark[] => lineOf(stepTrail(shown, player), player, state)),
      {
        mark: "points",
        ink: "wrong",
        shape: "cross",
        size: 4.5,
        x: turnedDown,
        y: turnedDown.map((s) => placeIn(own, s, state)),
      },
    ],
    table: {
      columns: [
        words("step", "ステップ"),
        words("your state", "自分の状態"),
        words("your acceptances", "自分の受理の数"),
        words("right state", "正しい状態"),
        words("right acceptances", "正しい受理の数"),
      ],
      rows: Array.from({ length: state.steps + 1 }, (_, s) => [
        s,
        stateName(own, s, state),
        cell(own[s]?.accepted),
        stateName(right, s, state),
        cell(right[s]?.accepted),
      ]),
    },
  };
}

function lineOf(trail: Trail, ink: "student" | "reference" | "misconception", state: State): Mark[] {
  if (trail.length === 0) return [];
  const x = trail.map((_, s) => s);
  return [
    { mark: "line", ink, x, y: x.map((s) => placeIn(trail, s, state)), width: ink === "student" ? 2.6 : 2 },
  ];
}

function placeIn(trail: Trail, s: number, state: State): number | null {
  const last = trail[s]?.last;
  return isState(last, state) ? placeOf(last) : null;
}

function stateName(trail: Trail, s: number, state: State): string {
  const last = trail[s]?.last;
  return isState(last, state) ? nameOf(last) : "–";
}

/** Steps at which nothing was accepted. */
export function rejections(trail: Trail): number[] {
  return trail.flatMap((run, s) => {
    const before = trail[s - 1];
    return run !== undefined && before !== undefined && run.accepted === before.accepted ? [s] : [];
  });
}

/** How often each state has been visited so far, and how often something was accepted. */
export function visits(shown: Drawing): Panel {
  const runs = { own: stepTrail(shown, "student").at(-1), right: stepTrail(shown, "reference").at(-1) };
  const slip = stepTrail(shown, "misconception").at(-1);
  const counts = (run: typeof slip) =>
    run === undefined ? [] : [...order.map((x) => at(run.visits, x)), run.accepted];
  const [own, right] = [counts(runs.own), counts(runs.right)];
  const bar = (values: readonly number[], width: number) => ({
    x0: values.map((_, k) => positions(k) - width / 2),
    x1: values.map((_, k) => positions(k) + width / 2),
    y0: values.map(() => 0),
    y1: values,
  });
  const top = Math.max(4, ...[...own, ...right].filter(Number.isFinite));
  return {
    id: "visits",
    title: words("Your visits so far, and your acceptances", "ここまでの訪問回数と受理の数"),
    note: words(
      "At the right, under A: how many proposals were accepted.",
      "右端の A は受理された提案の数。",
    ),
    columns: 5,
    aspect: 1.75,
    x: {
      domain: [-0.6, 9.2],
      ticks: [...stateTicks, { at: positions(8), text: "A" }],
    },
    y: { domain: [0, 1.08 * top], ticks: 4 },
    marks: [
      { mark: "rule", y: 0 },
      { mark: "rects", ink: "student", ...bar(own, 0.56) },
      ...(slip === undefined
        ? []
        : [{ mark: "rects", ink: "misconception", hollow: true, ...bar(counts(slip), 0.66) } as const]),
      { mark: "rects", ink: "reference", hollow: true, ...bar(right, 0.76) },
    ],
    table: {
      columns: [words("what", "何の数か"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: [
        ...order.map((x, k) => [nameOf(x), cell(own[k]), cell(right[k])]),
        [words("accepted", "受理"), cell(own[8]), cell(right[8])],
      ],
    },
  };
}

/** The acceptances stand a little apart from the states. */
function positions(k: number): number {
  return k < order.length ? k : k + 0.5;
}

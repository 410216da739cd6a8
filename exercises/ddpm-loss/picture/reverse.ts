import { type Mark, type Panel, type Scene } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { dataOf, T, type Cloud } from "./data.ts";
import {
  axis,
  compared,
  distance,
  ellipse,
  keys,
  names,
  plane,
  pointsOf,
  tabled,
  thin,
  upTo,
  xy,
  type Drawing,
  type Functions,
} from "./drawing.ts";
import { gapsOf, isLost, someOf } from "./run.ts";
import type { Run, State } from "./state.ts";

export function reverseScene(shown: Drawing): Scene {
  const { run } = shown.state;
  const done = T - run.t;
  return {
    panels: [cloudPanel(shown), stepPanel(shown), gapPanel(shown.state)],
    keys: [
      ...keys,
      {
        ink: "wrong",
        mark: "line",
        text: words("from where a point belongs to yours", "正しい位置から自分の点へ"),
      },
      { ink: "muted", mark: "point", text: words("the data", "元のデータ") },
      { ink: "accent", mark: "ring", text: words("the point looked at", "注目している点") },
    ],
    says: sentences(shown),
    progress: {
      value: done,
      of: T,
      text: words(`${done} of ${T} steps, t = ${run.t}`, `${T} ステップ中 ${done}、t = ${run.t}`),
      stepMs: 90,
    },
  };
}

function cloudPanel(shown: Drawing): Panel {
  const { run, shape } = shown.state;
  return {
    id: "way-back",
    title:
      run.t === 0
        ? words("After the last step", "最後のステップの後")
        : words(`The cloud z_t at t = ${run.t}, on its way back`, `帰り道の点群 z_t（t = ${run.t}）`),
    note: words(
      "It starts from pure noise; the noise is predicted as well as anybody could, and every step is your reverseStep. Arrows lead to the mean of your posterior. Press on a point to look at it.",
      "純粋なノイズから始める。ノイズの予測には望みうる最良のものを使い、どの一歩も自分の reverseStep が進める。矢印は自分の posterior の平均へ向かう。点を押すと、その点に注目できる。",
    ),
    columns: 7,
    rows: 2,
    ...plane(2.75, 1.16),
    press: "pick",
    marks: [
      { mark: "points", ink: "muted", faint: true, size: 2, ...xy(dataOf(shape)) },
      ...trails(run),
      ...leads("reference", shown),
      ...leads("student", shown),
      ...compared(
        run.student.length > 0 ? run.student : undefined,
        run.reference.length > 0 ? run.reference : undefined,
      ),
      { mark: "points", ink: "accent", shape: "ring", size: 9, ...xy(someOf(run).slice(0, 1)) },
    ],
    table: {
      columns: [words("whose", "誰の"), words("distance from the data", "データからの距離")],
      rows: gapsOf(shape, run).map((gap, index) => [
        index === 0 ? names.student : names.reference,
        gap ?? "–",
      ]),
    },
  };
}

/** One line, broken between points. */
function trails(run: Run): Mark[] {
  if (run.trail.length === 0) return [];
  const now = run.student.length === 0 ? [] : [someOf(run).slice(1)];
  const clouds = [...run.trail, ...now];
  const places = (clouds[0] ?? []).flatMap((_, n) => [
    ...clouds.flatMap((cloud) => cloud.slice(n, n + 1)),
    [],
  ]);
  return [{ mark: "line", ink: "student", faint: true, width: 1.3, ...xy(places) }];
}

/** From each of a few points to where the posterior expects it a step earlier. */
function leads(ink: "student" | "reference", { state: { run }, ...shown }: Drawing): Mark[] {
  const z = someOf(run);
  const mean = pointsOf(shown[ink].get("posterior", "some")?.mean, z.length);
  if (mean === undefined) return [];
  const by = mean.map((row, n) => row.map((value, index) => value - (z[n]?.[index] ?? NaN)));
  const stroke = ink === "student" ? "solid" : "dashed";
  return [{ mark: "arrows", ink, stroke, ...xy(z), dx: axis(by, 0), dy: axis(by, 1) }];
}

interface Step {
  readonly mean?: readonly number[] | undefined;
  readonly deviation?: number | undefined;
  readonly landing?: readonly number[] | undefined;
}

function stepOf(functions: Functions): Step {
  const posterior = functions.get("posterior", "some");
  const variance = posterior?.variance[0];
  return {
    mean: posterior?.mean[0],
    deviation: variance === undefined ? undefined : Math.sqrt(variance),
    landing: functions.get("reverseStep", "some")?.[0],
  };
}

/** One step of one point, so near that mean and deviation can be told apart. */
function stepPanel({ state, student, reference }: Drawing): Panel {
  const { run, shape } = state;
  const [z, right, own] = [someOf(run)[0] ?? [0, 0], stepOf(reference), stepOf(student)];
  const middle = (index: 0 | 1): number => ((z[index] ?? 0) + (right.mean?.[index] ?? z[index] ?? 0)) / 2;
  const centre = [middle(0), middle(1)] as const;
  const reach = reachOf(centre, right, own);
  const done = run.t === 0;
  const at = (cloud: Cloud): Cloud | undefined => cloud[run.picked] && [cloud[run.picked] ?? []];
  return {
    id: "one-step",
    title: done
      ? words("Where the point has landed", "点の着いた所")
      : words(
          `One step of this point, t = ${run.t} to ${run.t - 1}`,
          `この点の一歩（t = ${run.t} から ${run.t - 1}）`,
        ),
    note: words(
      "Arrow: to the mean of your posterior. Circle: its standard deviation. Point: where your reverseStep lands.",
      "矢印は自分の posterior の平均へ、円はその標準偏差、点は自分の reverseStep の着く所である。",
    ),
    columns: 5,
    ...plane(done ? 0.5 : reach, 1.75, centre),
    marks: [
      ...(done
        ? [
            { mark: "points", ink: "muted", size: 3, ...xy(dataOf(shape)) } as const,
            ...compared(at(run.student), at(run.reference)),
          ]
        : []),
      ...stepMarks("reference", right, z),
      ...stepMarks("student", own, z),
      { mark: "points", ink: "accent", shape: "ring", size: 6, ...xy([z]) },
      { mark: "texts", ink: "accent", ...xy([z]), shift: [0, 16], texts: [`z_${run.t}`] },
    ],
    table: {
      columns: [
        words("whose", "誰の"),
        words("mean", "平均"),
        words("standard deviation", "標準偏差"),
        words("lands at", "着く所"),
      ],
      rows: [
        [names.student, printed(own.mean), tabled(own.deviation), printed(own.landing)],
        [names.reference, printed(right.mean), tabled(right.deviation), printed(right.landing)],
      ],
    },
  };
}

/** So far that the right step can be seen, and what is wrong with it as far as it is not too far. */
function reachOf(centre: readonly [number, number], right: Step, own: Step): number {
  const far = (place: readonly number[] | undefined): number => distance(place, centre) || 0;
  const needed = Math.max(0.05, far(right.mean) + 1.15 * (right.deviation ?? 0), 1.1 * far(right.landing));
  return Math.max(needed, Math.min(1.8 * needed, 1.1 * Math.max(far(own.mean), far(own.landing))));
}

function printed(place: readonly number[] | undefined): string {
  return `(${short(place?.[0])}, ${short(place?.[1])})`;
}

function stepMarks(ink: "student" | "reference", step: Step, z: readonly number[]): Mark[] {
  const { mean, deviation, landing } = step;
  const own = ink === "student";
  const circle =
    mean !== undefined && deviation !== undefined && Number.isFinite(deviation)
      ? [
          {
            mark: "line",
            ink,
            width: own ? 2.2 : 2,
            ...ellipse([mean[0] ?? NaN, mean[1] ?? NaN], [deviation, deviation]),
          } as const,
        ]
      : [];
  const arrow =
    mean !== undefined
      ? [
          {
            mark: "arrows",
            ink,
            stroke: own ? "solid" : "dashed",
            x: [thin(z[0])],
            y: [thin(z[1])],
            dx: [thin((mean[0] ?? NaN) - (z[0] ?? NaN))],
            dy: [thin((mean[1] ?? NaN) - (z[1] ?? NaN))],
          } as const,
        ]
      : [];
  const point =
    landing !== undefined
      ? [
          {
            mark: "points",
            ink,
            shape: own ? "point" : "ring",
            size: own ? 5 : 8,
            x: [thin(landing[0])],
            y: [thin(landing[1])],
          } as const,
        ]
      : [];
  return [...circle, ...arrow, ...point];
}

function gapPanel({ run, shape }: State): Panel {
  const gaps = [...run.gaps, gapsOf(shape, run)];
  const t = gaps.map((_, index) => T - index);
  const line = (ink: "student" | "reference", index: 0 | 1): Mark[] => [
    ...(gaps.length > 1
      ? [
          {
            mark: "line",
            ink,
            width: ink === "student" ? 2.6 : 2,
            x: t,
            y: gaps.map((gap) => gap[index]),
          } as const,
        ]
      : []),
    {
      mark: "points",
      ink,
      shape: ink === "student" ? "point" : "ring",
      size: ink === "student" ? 4 : 7,
      x: [run.t],
      y: [gaps.at(-1)?.[index] ?? null],
    },
  ];
  return {
    id: "gap",
    title: words("Distance between the cloud and the data", "点群とデータの距離"),
    note: words(
      "From each point to the nearest of the other cloud, both ways, on average.",
      "相手の点群で最も近い点までの距離を両方向について平均したもの。",
    ),
    columns: 5,
    aspect: 1.9,
    x: { domain: [T + 1, -1], label: words("t", "t"), ticks: 5 },
    y: { domain: upTo(gaps.flat(), 0.3, 1.5), ticks: 4 },
    marks: [...line("reference", 1), ...line("student", 0)],
    table: {
      columns: [words("t", "t"), names.student, names.reference],
      rows: gaps.map((gap, index) => [T - index, ...gap.map((one) => one ?? "–")]),
    },
  };
}

function sentences({ state: { run, shape }, student }: Drawing): Scene["says"] {
  const [own, right] = gapsOf(shape, run);
  const lost = run.student.length === 0;
  const failing = run.t > 0 && !lost && isLost(student.get("reverseStep", ""));
  return [
    run.t === 0
      ? words("All steps are done.", "すべてのステップが終わった。")
      : words(`${T - run.t} of ${T} steps are done.`, `${T} ステップのうち ${T - run.t} が終わった。`),
    words(
      `The cloud's distance from the data: yours ${short(own ?? undefined)}, with the right step ${short(right ?? undefined)}.`,
      `点群とデータの距離は、自分が ${short(own ?? undefined)}、正しいステップでは ${short(right ?? undefined)} である。`,
    ),
    ...(lost || failing
      ? [
          words(
            "Your reverseStep gives no usable points: start over once it does.",
            "自分の reverseStep が使える点を返していない。直したら最初からやり直そう。",
          ),
        ]
      : []),
  ];
}

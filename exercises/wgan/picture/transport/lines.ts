import type { HandleMark, Ink, Mark, Panel } from "#sdk/picture.ts";
import { cell, short, words } from "#sdk/plot.ts";
import { players, type Drawing, type Functions } from "../players.ts";
import { planOf, rising, workOf, type Carried } from "./plan.ts";
import { fakesAt, reach, type TransportState } from "./state.ts";

/** How far a fake point is moved to see what its move would save. */
export const nudge = 0.02;

/** The two samples on two rails, and the lines along which mass goes from one to the other. */
export function lines(shown: Drawing<TransportState>): Panel {
  const { state } = shown;
  const plan = planIn(state);
  return {
    id: "lines",
    title: words(
      "Drag the points: from real to fake, mass by mass",
      "点をドラッグする：本物から偽物へ質量を運ぶ",
    ),
    note: words(
      `The lines drawn cost ${short(workOf(plan), 4)}, mass times way. Arrows: where your wasserstein1 falls if that fake point moves. Press a rail to add a point, Delete takes it away.`,
      `描かれた線の費用（質量 × 距離）は ${short(workOf(plan), 4)}。矢印は、その偽物の点をどちらへ動かせば自分の wasserstein1 が下がるかを示す。レールを押すと点が増え、Delete で消える。`,
    ),
    columns: 12,
    aspect: 2.9,
    x: { domain: [-reach - 0.3, reach + 0.3], ticks: 9 },
    y: { domain: [-0.42, 1.3], ticks: "none" },
    press: "add",
    marks: [
      ...[1, 0].map((y): Mark => ({ mark: "line", ink: "muted", x: [-reach, reach], y: [y, y], width: 1 })),
      ...plan.map(lineOf),
      ...players.flatMap((player) => wishes(shown[player], state, player)),
      ...places(state.real, "real"),
      ...places(fakesAt(state), "fake"),
      ...names(),
    ],
    table: {
      columns: [
        words("real point", "本物の点"),
        words("fake point", "偽物の点"),
        words("mass", "質量"),
        words("way", "距離"),
      ],
      rows: plan.map(({ from, to, mass }) => [cell(from), cell(to), cell(mass), cell(Math.abs(from - to))]),
    },
  };
}

function planIn(state: TransportState): readonly Carried[] {
  const [real, fake] = [state.real, fakesAt(state)];
  return state.order === "sorted" ? planOf(rising(real), rising(fake)) : planOf(real, fake);
}

function lineOf({ from, to, mass }: Carried): Mark {
  return { mark: "line", ink: "accent", x: [from, to], y: [1, 0], width: 1 + 26 * mass };
}

function places(points: readonly number[], sample: "real" | "fake"): HandleMark[] {
  const [ink, y]: [Ink, number] = sample === "real" ? ["data", 1] : ["fourth", 0];
  return points.map((x, index) => ({
    mark: "handle",
    id: `${sample}${index}`,
    x,
    y,
    moves: "x",
    step: 0.1,
    range: { x: [-reach, reach] },
    ink,
    removable: points.length > 1,
    label:
      sample === "real"
        ? words(`real point ${index + 1}`, `本物の点 ${index + 1}`)
        : words(`fake point ${index + 1}`, `偽物の点 ${index + 1}`),
    value: words(short(x), short(x)),
  }));
}

/** Each fake point's arrow: against the slope of the distance, as long as its mass is felt. */
function wishes(functions: Functions, state: TransportState, player: (typeof players)[number]): Mark[] {
  const fake = fakesAt(state);
  const slopes = fake.map((_, j) => {
    const [less, more] = [functions.get("wasserstein1", `${j}-`), functions.get("wasserstein1", `${j}+`)];
    return less === undefined || more === undefined ? NaN : (more - less) / (2 * nudge);
  });
  if (slopes.every(Number.isNaN)) return [];
  const depth = { student: -0.17, misconception: -0.25, reference: -0.17 }[player];
  return [
    {
      mark: "arrows",
      ink: player,
      x: fake,
      y: fake.map(() => depth),
      dx: slopes.map((slope) => -0.55 * fake.length * slope),
      dy: fake.map(() => 0),
      ...(player === "student" ? {} : { stroke: "dashed" }),
    },
  ];
}

function names(): Mark[] {
  const rail = { mark: "texts", x: [-reach - 0.2], anchor: "start", size: "small" } as const;
  return [
    { ...rail, ink: "data", y: [1], texts: [words("real", "本物")], shift: [0, -14] },
    { ...rail, ink: "fourth", y: [0], texts: [words("fake", "偽物")], shift: [0, -14] },
  ];
}

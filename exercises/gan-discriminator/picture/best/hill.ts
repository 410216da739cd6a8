import type { Mark, Panel } from "#sdk/picture.ts";
import { cell, short, steps, words } from "#sdk/plot.ts";
import type { Drawing, Functions } from "../players.ts";
import { fakeDensity, realDensity, type Shapes } from "./shapes.ts";

const guesses = steps(0.01, 0.99, 99);

/** What each answer d brings at the place: a hill, on whose top the best discriminator stands. */
export function hill({ state, student, reference }: Drawing<Shapes>): Panel {
  const [p, q] = [realDensity(state, state.place), fakeDensity(state, state.place)];
  const gain = (d: number): number => part(p, d) + part(q, 1 - d);
  const y = guesses.map(gain);
  const most = Math.max(...y);
  const room = Math.max(0.25, 1.6 * (p + q));
  const domain = [most - room, most + 0.25 * room] as const;
  const [own, right] = [student, reference].map(answerOf);
  return {
    id: "hill",
    title: words("At that place: p log d + q log(1 - d)", "その点での p log d + q log(1 - d)"),
    note: words(
      `There p = ${short(p)} and q = ${short(q)}.`,
      `そこでは p = ${short(p)}、q = ${short(q)} である。`,
    ),
    columns: 4,
    aspect: 1.05,
    x: {
      domain: [-0.15, 1.15],
      label: words("d", "d"),
      ticks: [0, 0.5, 1].map((at) => ({ at, text: String(at) })),
    },
    y: { domain, ticks: 4 },
    marks: [
      { mark: "line", ink: "accent", x: guesses, y, width: 2.4 },
      ...stand(own, { ink: "student", gain, domain }),
      ...stand(right, { ink: "reference", gain, domain }),
    ],
    table: {
      columns: [words("whose d", "誰の d"), words("d", "d"), words("brings", "得られる値")],
      rows: [
        [words("yours", "自分"), cell(own), cell(own === undefined ? undefined : gain(own))],
        [words("right", "正しい値"), cell(right), cell(right === undefined ? undefined : gain(right))],
      ],
    },
  };
}

function part(density: number, probability: number): number {
  return density === 0 ? 0 : density * Math.log(probability);
}

function answerOf(functions: Functions): number | undefined {
  return functions.get("optimalDiscriminator", "place")?.[0];
}

/** Where an answer stands on the hill; on the floor if it brings minus infinity, or is no probability. */
function stand(
  d: number | undefined,
  shape: {
    readonly ink: "student" | "reference";
    readonly gain: (d: number) => number;
    readonly domain: readonly [number, number];
  },
): Mark[] {
  if (d === undefined) return [];
  const { ink, gain, domain } = shape;
  const height = gain(d);
  const y = Number.isFinite(height) ? Math.max(height, domain[0]) : domain[0];
  return [
    {
      mark: "points",
      ink,
      x: [d],
      y: [y],
      shape: ink === "student" ? "point" : "ring",
      size: ink === "student" ? 6 : 9,
    },
  ];
}

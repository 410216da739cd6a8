import type { Mark, Panel, Player } from "#sdk/picture.ts";
import { cell, short, steps, words } from "#sdk/plot.ts";
import { type BoundState, nameOf } from "./state.ts";
import { floor, ceiling, nats } from "./stack.ts";
import { players, type Drawing, type Functions } from "../players.ts";

/** Closer together near the ends, where the bound falls off steeply. */
export const sweep = steps(0, Math.PI, 41).map((angle) => Math.round(500 * (1 - Math.cos(angle))) / 1000);

/** The bound as the held state's share goes from 0 to 1: what dragging its bar goes through. */
export function line(shown: Drawing<BoundState>): Panel {
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

function curves(player: Player, functions: Functions): Mark[] {
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

import { calling, type Call, type Mark, type Panel, type Player } from "#sdk/picture.ts";
import { cell, short, steps, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import { players, shapes } from "./players.ts";
import { at, isState, proposalFrom, uniformsOf, type Proposal } from "./spins.ts";
import { most, type Drawing, type Functions, type State } from "./state.ts";

const ask = calling<typeof Starter>();

const rises = steps(-3, 3, 41);

/** A spin that is down and proposed up, and the other way round: the two quotients of proposals that there are. */
const ways = [
  { id: "up", label: words("to +1", "+1 へ"), forward: (up: number) => up },
  { id: "down", label: words("to −1", "−1 へ"), forward: (up: number) => 1 - up },
] as const;

export function ruleCalls(state: State, known: Functions): readonly Call<typeof Starter>[] {
  const { up, energies } = state;
  const curves = ways.flatMap(({ id, forward }) =>
    rises.map((rise, k) => ask("acceptance", `${id} ${k}`, [0, rise, forward(up), 1 - forward(up)])),
  );
  const now = proposalNow(state, known);
  if (now === null) return curves;
  const { from, to, forward, backward } = now;
  return [...curves, ask("acceptance", "now", [at(energies, from), at(energies, to), forward, backward])];
}

export interface Now extends Proposal {
  readonly from: number;
  readonly u: number;
}

/** What is proposed at the last step, from where the student's chain stood. */
export function proposalNow(state: State, student: Functions): Now | null {
  const { steps: made, start, seed, up } = state;
  const u = uniformsOf(seed, most.steps)[made - 1];
  const from = made === 1 ? start : student.get("chain", `first ${made - 1}`)?.last;
  if (u === undefined || !isState(from, state)) return null;
  return { from, u: at(u, 2), ...proposalFrom(from, u, up) };
}

/** The acceptance over the rise in energy, and the last proposal on it. */
export function rule(shown: Drawing): Panel {
  const { state, student } = shown;
  const now = proposalNow(state, student);
  const of = (functions: Functions, id: string) =>
    rises.map((_, k) => functions.get("acceptance", `${id} ${k}`) ?? null);
  return {
    id: "rule",
    title: words("Your acceptance over the rise in energy", "エネルギーの上がり幅に対する自分の acceptance"),
    note: words(
      "One curve for proposals of +1, one for −1. The last step is accepted if its u lies below its point.",
      "+1 を提案するときの曲線と −1 のときの曲線。最後の一歩は、u が点より下にあれば受理される。",
    ),
    columns: 5,
    aspect: 1.75,
    x: { domain: [-3, 3], label: words("E(y) − E(x)", "E(y) − E(x)"), ticks: 7 },
    y: {
      domain: [0, 1.3],
      label: words("A", "A"),
      ticks: [0, 0.5, 1].map((value) => ({ at: value, text: String(value) })),
    },
    marks: [
      { mark: "rule", y: 1, stroke: "dotted", faint: true },
      ...(now === null
        ? []
        : [
            {
              mark: "rule",
              y: now.u,
              ink: "accent",
              stroke: "dotted",
              label: `u = ${short(now.u)}`,
            } as const,
          ]),
      ...players.flatMap((player): Mark[] =>
        ways.flatMap(({ id }) => {
          const y = of(shown[player], id);
          const width = player === "student" ? 2.6 : 2;
          return y.every((value) => value === null)
            ? []
            : [{ mark: "line", ink: player, x: rises, y, width }];
        }),
      ),
      ...labels(state),
      ...(now === null ? [] : pointsNow(shown, now)),
    ],
    table: {
      columns: [
        words("E(y) − E(x)", "E(y) − E(x)"),
        ...ways.flatMap(({ label }) => [
          words(`yours, ${label.en}`, `自分の値（${label.ja}）`),
          words(`right, ${label.en}`, `正しい値（${label.ja}）`),
        ]),
      ],
      rows: rises.flatMap((rise, k) =>
        k % 5 !== 0
          ? []
          : [
              [
                short(rise),
                ...ways.flatMap(({ id }) => [
                  cell(student.get("acceptance", `${id} ${k}`)),
                  cell(shown.reference.get("acceptance", `${id} ${k}`)),
                ]),
              ],
            ],
      ),
    },
  };
}

/** Written where the right curves have come down half way: each beside its own. */
function labels({ up }: State): Mark[] {
  const half = ways.map(({ forward }) => Math.log((1 - forward(up)) / forward(up)) + Math.log(2));
  const first = at(half, 0) >= at(half, 1) ? 0 : 1;
  return ways.map(({ label }, k) => ({
    mark: "texts",
    ink: "muted",
    size: "small",
    x: [at(half, k)],
    y: [0.5],
    texts: [label],
    anchor: k === first ? "start" : "end",
    shift: [k === first ? 10 : -10, k === first ? -6 : 6],
  }));
}

/** The reference is asked about flips only: of the present state everybody knows the answer. */
export function acceptanceNow(shown: Drawing, player: Player, { from, to, i }: Now): number | undefined {
  if (player !== "reference") return shown[player].get("acceptance", "now");
  return from === to ? 1 : shown.reference.get("acceptance", `flip ${from} ${i}`);
}

function pointsNow(shown: Drawing, now: Now): Mark[] {
  const { energies } = shown.state;
  const x = [at(energies, now.to) - at(energies, now.from)];
  return players.flatMap((player): Mark[] => {
    const y = acceptanceNow(shown, player, now);
    const size = { student: 5, reference: 8, misconception: 7 }[player];
    return y === undefined ? [] : [{ mark: "points", ink: player, shape: shapes[player], size, x, y: [y] }];
  });
}

import type { Mark, Panel, Player, Scene } from "#sdk/picture.ts";
import { cell, extent, words } from "#sdk/plot.ts";
import { at, exponent, spins, states } from "./exact.ts";
import { lattice } from "./lattice.ts";
import { ask, players, whose } from "./players.ts";
import type { Drawing, Machine, State } from "./state.ts";

/** All couplings and fields times a factor, from nearly 0 to where e^-E is no number any more. */
const factors = Array.from({ length: 31 }, (_, k) => Number((10 ** (-2 + k / 6)).toPrecision(4)));

export function coolingCalls(state: State) {
  return factors.flatMap((factor, k) => {
    const { W, b } = times(state, factor);
    return [ask("logPartition", String(k), [W, b]), ask("expectations", String(k), [W, b])];
  });
}

function times({ W, b }: Machine, factor: number): Machine {
  return { W: W.map((row) => row.map((value) => factor * value)), b: b.map((value) => factor * value) };
}

/** The same machine from hot to cold: what lasts, and where a formula overflows. */
export function cooling(shown: Drawing): Scene {
  const half = factors.indexOf(1);
  const of = (player: Player) => shown[player].get("expectations", String(half));
  return {
    panels: [
      lattice(shown.state, { own: of("student"), right: of("reference") }),
      partition(shown),
      magnets(shown),
    ],
    keys: [
      { ...whose.student, mark: "line" },
      whose.reference,
      whose.misconception,
      { ink: "muted", mark: "dotted", text: words("ground state", "基底状態") },
    ],
    says: sentences(shown),
  };
}

function ground(state: State): { readonly exponent: number; readonly x: readonly number[] } {
  const all = states.map((x) => ({ exponent: exponent(state, x), x }));
  return all.reduce((best, one) => (one.exponent > best.exponent ? one : best));
}

const axis = {
  domain: [0.01, 1400] as const,
  scale: "log" as const,
  label: words("all couplings and fields times", "結合と場の倍率"),
  ticks: [0.01, 0.1, 1, 10, 100, 1000].map((value) => ({ at: value, text: String(value) })),
};

/** log Z over the factor: from n log 2 / factor down to minus the energy of the ground state. */
function partition(shown: Drawing): Panel {
  const lines = players.map((player) => ({
    player,
    y: factors.map((factor, k) => (shown[player].get("logPartition", String(k)) ?? NaN) / factor),
  }));
  const most = ground(shown.state).exponent;
  const top = 2.6 * Math.max(1, most);
  const last = lastKnown(lines.find(({ player }) => player === "student")?.y ?? []);
  return {
    id: "partition",
    title: words("log Z, divided by the factor", "log Z を倍率で割った値"),
    note: words(
      "Hot on the left, where all states count; cold on the right, where the ground state alone is left. A line that ends has overflowed.",
      "左は熱く、すべての状態が効く。右は冷たく、基底状態だけが残る。途中で切れる線は、そこであふれている。",
    ),
    columns: 8,
    aspect: 2.5,
    x: axis,
    y: { domain: [-0.2 * top, top], ticks: 5 },
    marks: [
      {
        mark: "rule",
        y: most,
        ink: "muted",
        stroke: "dotted",
        label: words("−E of the ground state", "基底状態の −E"),
      },
      { mark: "rule", x: 1, stroke: "dotted", faint: true },
      ...lines.map(({ player, y }): Mark => ({
        mark: "line",
        ink: player,
        x: factors,
        y,
        ...(player === "student" ? { width: 3 } : {}),
      })),
      ...(last < 0 || last === factors.length - 1
        ? []
        : [
            {
              mark: "points",
              ink: "wrong",
              shape: "cross",
              size: 6,
              x: [at(factors, last)],
              y: [at(lines[0]?.y, last)],
            } as const,
          ]),
    ],
    table: {
      columns: [words("factor", "倍率"), words("your log Z", "自分の log Z"), words("right", "正しい値")],
      rows: factors.map((factor, k) => [
        factor,
        cell(shown.student.get("logPartition", String(k))),
        cell(shown.reference.get("logPartition", String(k))),
      ]),
    },
  };
}

/** The last place at which a line has a number; -1 where it has none. */
function lastKnown(values: readonly number[]): number {
  return values.findLastIndex((value) => Number.isFinite(value));
}

/** The four means from hot to cold. */
function magnets(shown: Drawing): Panel {
  const each = Array.from({ length: spins }, (_, i) => i);
  const means = (player: Player, i: number): number[] =>
    factors.map((_, k) => at(shown[player].get("expectations", String(k))?.mean, i));
  const { x } = ground(shown.state);
  const [low, high] = extent(
    each.flatMap((i) => means("student", i)),
    [-1, 1],
  );
  const reach = Math.min(2.5, 1.12 * Math.max(1, -low, high));
  return {
    id: "magnets",
    title: words("The mean of each spin", "各スピンの平均"),
    note: words(
      "Each goes from 0 to its value in the ground state, not always straight.",
      "どれも 0 から基底状態での値へ向かう。まっすぐとは限らない。",
    ),
    columns: 8,
    aspect: 2.5,
    x: axis,
    y: { domain: [-reach, reach], ticks: 5 },
    marks: [
      { mark: "rule", y: 0 },
      { mark: "rule", x: 1, stroke: "dotted", faint: true },
      ...players.flatMap((player) =>
        each.map((i): Mark => ({
          mark: "line",
          ink: player,
          x: factors,
          y: means(player, i),
          ...(player === "student" ? { width: 3 } : {}),
        })),
      ),
      {
        mark: "texts",
        ink: "muted",
        size: "small",
        anchor: "end",
        x: each.map((i) => 10 ** (2.95 - 0.28 * i)),
        y: x.map((spin) => spin * 0.88),
        texts: each.map((i) => `x${i + 1}`),
      },
    ],
    table: {
      columns: [words("factor", "倍率"), ...each.map((i) => words(`your ⟨x${i + 1}⟩`, `自分の ⟨x${i + 1}⟩`))],
      rows: factors.map((factor, k) => [factor, ...each.map((i) => cell(at(means("student", i), k)))]),
    },
  };
}

function sentences(shown: Drawing): Scene["says"] {
  const logs = factors.map((_, k) => shown.student.get("logPartition", String(k)) ?? NaN);
  const last = lastKnown(logs);
  const { x } = ground(shown.state);
  const state = x.map((spin) => (spin === 1 ? "+" : "−")).join("");
  const frozen = words(
    `Cold, the machine freezes into the state ${state}.`,
    `冷やすと、モデルは状態 ${state} に凍りつく。`,
  );
  if (last < 0) return [frozen];
  if (last < factors.length - 1)
    return [
      frozen,
      words(
        `Your log Z is a number up to a factor of ${String(factors[last])}, and none beyond.`,
        `自分の log Z が数になるのは倍率 ${String(factors[last])} までで、その先では数にならない。`,
      ),
    ];
  return [frozen, words("Your log Z is a number at every factor.", "自分の log Z はどの倍率でも数になる。")];
}

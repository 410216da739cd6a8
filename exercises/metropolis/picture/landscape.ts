import type { HandleMark, Mark, Panel } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { players, shapes } from "./players.ts";
import { at, flips, isState, nameOf, order, placeOf, proposalFrom, uniformsOf } from "./spins.ts";
import { energyRange, most, type Drawing, type State } from "./state.ts";
import { stepTrail, type Trail } from "./walks.ts";

/** Earlier moves that are still seen, faintly. */
const remembered = 5;

export const stateTicks = order.map((state, place) => ({ at: place, text: nameOf(state) }));
export const stateAxis = {
  domain: [-0.6, 7.6],
  ticks: stateTicks,
  label: words("state: spins 0, 1, 2", "状態: スピン 0、1、2"),
} as const;

const bottom = -2.4;
/** The chain stands on its state, whose handle stays free. */
const standing = 0.22;

/** All states at the height of their energy, whose handles move it. */
export function ground(state: State): readonly Mark[] {
  const { energies } = state;
  const ends = (key: "down" | "up") => ({
    x: flips.map((flip) => placeOf(flip[key])),
    y: flips.map((flip) => at(energies, flip[key])),
  });
  const [from, to] = [ends("down"), ends("up")];
  const places = energies.map((_, x) => placeOf(x));
  return [
    {
      mark: "rects",
      ink: "muted",
      faint: true,
      x0: places.map((place) => place - 0.36),
      x1: places.map((place) => place + 0.36),
      y0: places.map(() => bottom),
      y1: energies,
    },
    { mark: "edges", ink: "muted", x0: from.x, y0: from.y, x1: to.x, y1: to.y },
    ...energies.map((energy, x) => handleOf(x, energy)),
  ];
}

function handleOf(x: number, energy: number): HandleMark {
  return {
    mark: "handle",
    id: `energy ${x}`,
    x: placeOf(x),
    y: energy,
    moves: "y",
    step: 0.1,
    range: { y: energyRange },
    ink: "data",
    shape: "bar",
    label: words(`energy of ${nameOf(x)}`, `${nameOf(x)} のエネルギー`),
    value: words(`E = ${short(energy)}`, `E = ${short(energy)}`),
  };
}

export const groundAxes = {
  x: stateAxis,
  y: { domain: [bottom, 2.5], label: words("E, nats", "E（ナット）"), ticks: 5 },
} as const;

/** The chain on its landscape: where it stands, what was proposed last and what became of it. */
export function landscape(shown: Drawing): Panel {
  const { state } = shown;
  const own = stepTrail(shown, "student");
  return {
    id: "landscape",
    title: words(
      "The states at the height of their energy, and the chain among them",
      "エネルギーの高さに置いた状態と、その間を歩く連鎖",
    ),
    note: words(
      "Grey lines join states one flip apart. Drag a bar to change an energy.",
      "灰色の線は、反転一回で移れる状態を結ぶ。横棒を上下に動かすとエネルギーが変わる。",
    ),
    columns: 7,
    rows: 2,
    aspect: 1.12,
    ...groundAxes,
    marks: [
      ...ground(state),
      ...movesOf(own, state),
      ...lastStep(own, state),
      ...players.flatMap((player): Mark[] => {
        const here = stepTrail(shown, player).at(-1)?.last;
        if (!isState(here, state)) return [];
        const size = { student: 7, reference: 11, misconception: 9 }[player];
        return [
          {
            mark: "points",
            ink: player,
            shape: shapes[player],
            size,
            x: [placeOf(here)],
            y: [at(state.energies, here) + standing],
          },
        ];
      }),
    ],
    table: {
      columns: [words("state", "状態"), words("index", "番号"), words("E", "E")],
      rows: order.map((x) => [nameOf(x), x, at(state.energies, x)]),
    },
  };
}

/** The last few changes of state, the last step left out. */
function movesOf(own: Trail, state: State): readonly Mark[] {
  const visited = own.map((run) => run?.last);
  const pairs = visited
    .slice(0, -1)
    .flatMap((from, s) => {
      const to = visited[s + 1];
      return s < visited.length - 2 && isState(from, state) && isState(to, state) && from !== to
        ? [[from, to] as const]
        : [];
    })
    .slice(-remembered);
  return pairs.length === 0 ? [] : [{ ...arrows(pairs, state), ink: "student", faint: true }];
}

/** The arrow of the last step: to where the chain went, or to what it turned down. */
function lastStep(own: Trail, state: State): readonly Mark[] {
  const [before, now] = own.slice(-2);
  if (before === undefined || now === undefined) return [];
  if (!isState(before.last, state) || !isState(now.last, state)) return [];
  if (now.last !== before.last) return [{ ...arrows([[before.last, now.last]], state), ink: "right" }];
  const { to } = proposalFrom(
    before.last,
    uniformsOf(state.seed, most.steps)[state.steps - 1] ?? [],
    state.up,
  );
  if (to === before.last) return [];
  return [
    { ...arrows([[before.last, to]], state), ink: "wrong", stroke: "dashed" },
    {
      mark: "points",
      ink: "wrong",
      shape: "cross",
      size: 6,
      x: [between(before.last, to)],
      y: [middle(before.last, to, state)],
    },
  ];
}

function between(from: number, to: number): number {
  return (placeOf(from) + placeOf(to)) / 2;
}

function middle(from: number, to: number, { energies }: State): number {
  return (at(energies, from) + at(energies, to)) / 2 + standing;
}

/** Arrows that end a little before their state, which stays in sight. */
function arrows(pairs: readonly (readonly [number, number])[], { energies }: State) {
  const share = 0.9;
  return {
    mark: "arrows",
    x: pairs.map(([from]) => placeOf(from)),
    y: pairs.map(([from]) => at(energies, from) + standing),
    dx: pairs.map(([from, to]) => share * (placeOf(to) - placeOf(from))),
    dy: pairs.map(([from, to]) => share * (at(energies, to) - at(energies, from))),
  } as const;
}

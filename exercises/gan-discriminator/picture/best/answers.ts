import type { Mark, Panel, Player } from "#sdk/picture.ts";
import { cell, clamp, short, words } from "#sdk/plot.ts";
import { players, type Drawing, type Functions } from "../players.ts";
import { edge, places, type Shapes } from "./shapes.ts";

/** optimalDiscriminator over the line: 1 where only real samples occur, 0 where only fakes do. */
export function answers(shown: Drawing<Shapes>): Panel {
  const { place } = shown.state;
  const [own, right] = [shown.student, shown.reference].map((one) => one.get("optimalDiscriminator", ""));
  return {
    id: "answers",
    title: words("optimalDiscriminator: how probably real?", "optimalDiscriminator：本物である確率"),
    note: words(
      "Drag the diamond to a place. Where no sample ever lies the answer is 1/2.",
      "菱形をドラッグして点を選ぶ。サンプルが現れない点での答えは 1/2 である。",
    ),
    columns: 8,
    aspect: 2.1,
    x: { domain: [-edge, edge], label: words("place", "位置"), ticks: 11 },
    y: {
      domain: [-0.25, 1.25],
      label: words("D", "D"),
      ticks: [0, 0.5, 1].map((at) => ({ at, text: String(at) })),
    },
    marks: [
      ...[0, 1].map((y): Mark => ({ mark: "rule", ink: "muted", y })),
      { mark: "rule", ink: "muted", stroke: "dashed", y: 0.5 },
      { mark: "rule", ink: "accent", stroke: "dotted", x: place },
      ...players.flatMap((player) => curve(player, shown[player])),
      ...dots(shown),
      {
        mark: "handle",
        id: "place",
        x: place,
        y: -0.16,
        moves: "x",
        step: 0.1,
        ink: "accent",
        shape: "diamond",
        label: words("place to look at", "調べる点"),
        value: words(short(place), short(place)),
      },
    ],
    table: {
      columns: [words("place", "位置"), words("your D", "自分の D"), words("right D", "正しい D")],
      rows: places.map((x, k) => [cell(Number(x.toFixed(2))), cell(own?.[k]), cell(right?.[k])]),
    },
  };
}

function curve(player: Player, functions: Functions): Mark[] {
  const found = functions.get("optimalDiscriminator", "");
  if (found === undefined) return [];
  const y = places.map((_, k) => clamp(found[k] ?? NaN, -9, 9));
  return [{ mark: "line", ink: player, x: places, y, width: player === "student" ? 3 : 2 }];
}

/** The answer at the place: a ring around a point where the two agree. */
function dots({ state, student, reference }: Drawing<Shapes>): Mark[] {
  const at = (functions: Functions) => ({
    mark: "points" as const,
    x: [state.place],
    y: [functions.get("optimalDiscriminator", "place")?.[0] ?? NaN],
  });
  return [
    { ...at(student), ink: "student", size: 5 },
    { ...at(reference), ink: "reference", shape: "ring", size: 8 },
  ];
}

import type { Mark, Panel } from "#sdk/picture.ts";
import { cell, steps, words } from "#sdk/plot.ts";
import { players, type Drawing, type Functions } from "../players.ts";
import { lengths, ownGradients } from "./gradients.ts";
import type { PlaneState } from "./state.ts";

const circle = steps(0, 2 * Math.PI, 73);
const reach = 1.7;

/** The gradients from one origin: the penalty asks how far each tip lies from the circle of radius 1. */
export function arrows(shown: Drawing<PlaneState>): Panel {
  const { steepness } = shown.state;
  return {
    id: "arrows",
    title: words("The gradients there, and length 1", "そこでの勾配と、長さ 1 の円"),
    note: words("In red: how far each is from the circle.", "赤い線は、円からどれだけ離れているかを示す。"),
    columns: 5,
    aspect: 0.8,
    x: { domain: [-0.6, reach], ticks: 3 },
    y: { domain: [-1.5, 1.5], ticks: 3 },
    marks: [
      { mark: "line", ink: "accent", x: circle.map(Math.cos), y: circle.map(Math.sin), width: 2 },
      ...gaps(shown.student, steepness),
      ...players.flatMap((player) => fan(shown[player], steepness, player)),
    ],
    table: {
      columns: [words("whose", "誰の"), words("lengths", "長さ")],
      rows: (["student", "reference"] as const).map((player) => [
        player === "student" ? words("yours", "自分") : words("right", "正しい値"),
        lengths(ownGradients(shown[player]))
          .map((length) => String(cell(Number((steepness * length).toFixed(3)))))
          .join(", "),
      ]),
    },
  };
}

function fan(functions: Functions, steepness: number, player: (typeof players)[number]): Mark[] {
  const gradients = ownGradients(functions);
  if (gradients.length === 0) return [];
  return [
    {
      mark: "arrows",
      ink: player,
      x: gradients.map(() => 0),
      y: gradients.map(() => 0),
      dx: gradients.map(([a]) => steepness * a),
      dy: gradients.map(([, b]) => steepness * b),
      ...(player === "student" ? {} : { stroke: "dashed" }),
    },
  ];
}

function gaps(functions: Functions, steepness: number): Mark[] {
  return ownGradients(functions).map(([a, b]): Mark => {
    const length = Math.hypot(a, b);
    return {
      mark: "line",
      ink: "wrong",
      x: [steepness * a, a / length],
      y: [steepness * b, b / length],
      width: 5,
      faint: true,
    };
  });
}

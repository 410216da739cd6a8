import type { HandleMark, Mark, Panel, Player } from "#sdk/picture.ts";
import { centres, clamp, words } from "#sdk/plot.ts";
import { dimensions } from "../latents.ts";
import { type GaussianState, muRange, logVarRange, placeName } from "./state.ts";
import { players, type Drawing, type Functions } from "../players.ts";

/** A cell further on each side than is seen: lines of equal value end badly at a border. */
const surface = { columns: 22, rows: 16, mu: [-3.3, 3.3], logVar: [-2.3, 2.3] } as const;

const field = { mu: centres(...muRange, 10), logVar: centres(...logVarRange, 7) };

type Place = readonly [mu: number, logVar: number];

export function onSurface<T>(make: (id: string, at: Place) => T): T[] {
  const [columns, rows] = [centres(...surface.mu, surface.columns), centres(...surface.logVar, surface.rows)];
  return rows.flatMap((logVar, row) => columns.map((mu, column) => make(`${row}/${column}`, [mu, logVar])));
}

export function onField<T>(make: (id: string, at: Place) => T): T[] {
  return field.logVar.flatMap((logVar, row) =>
    field.mu.map((mu, column) => make(`${row}/${column}`, [mu, logVar])),
  );
}

/** klTerm of one dimension over its mean and log-variance, and where minus the gradient leads. */
export function map(shown: Drawing<GaussianState>): Panel {
  const { state, student, reference } = shown;
  const own = onSurface((id) => student.get("klTerm", id));
  const drawn = own.some((value) => value !== undefined);
  const values = drawn ? own : onSurface((id) => reference.get("klTerm", id));
  return {
    id: "map",
    title: words(
      "klTerm of one dimension over (mu, logVar), and where the gradient leads",
      "(mu, logVar) 上の 1 次元の klTerm と、勾配が導く方向",
    ),
    note: words(
      "Arrows go along minus your negElboGradient, the right ones dashed. Lines join points of equal klTerm.",
      "矢印は自分の negElboGradient の符号を変えた向き、破線が正しい向き。曲線は klTerm の等高線である。",
    ),
    columns: 7,
    aspect: 1.35,
    x: { domain: muRange, label: words("mu", "mu") },
    y: { domain: logVarRange, label: words("logVar", "logVar") },
    marks: [
      {
        mark: "heatmap",
        ink: drawn ? "student" : "reference",
        x0: surface.mu[0],
        x1: surface.mu[1],
        y0: surface.logVar[0],
        y1: surface.logVar[1],
        rows: surface.rows,
        columns: surface.columns,
        // where a wrong one is enormous it is only drawn as large
        values: values.map((value) => (value === undefined ? null : clamp(value, -8, 8))),
        colours: "sequential",
        domain: [0, 16],
        smooth: true,
        faint: !drawn,
        contours: [0.1, 0.5, 1, 2, 3, 4, 6],
      },
      ...players.toReversed().flatMap((player) => arrows(player, shown[player])),
      ...dimensions.map((dimension): HandleMark => ({
        mark: "handle",
        id: `place${dimension}`,
        x: state.mu[dimension] ?? 0,
        y: state.logVar[dimension] ?? 0,
        moves: "xy",
        step: 0.05,
        ink: "accent",
        shape: dimension === 0 ? "diamond" : "point",
        label: words(`q in dimension ${dimension + 1}`, `第 ${dimension + 1} 次元の q`),
        value: placeName(state.mu[dimension] ?? 0, state.logVar[dimension] ?? 0),
      })),
      {
        mark: "texts",
        ink: "accent",
        x: state.mu,
        y: state.logVar,
        texts: ["1", "2"],
        shift: [14, -10],
      },
    ],
  };
}

/** Minus the gradient; long ones are drawn shorter, so that small ones are seen too. */
function arrows(player: Player, functions: Functions): Mark[] {
  const results = onField((id, place) => ({ place, gradient: functions.get("negElboGradient", id) }));
  if (results.every(({ gradient }) => gradient === undefined)) return [];
  const drawn = results.map(({ place: [mu, logVar], gradient }) => {
    const [byMu, byLogVar] = [gradient?.mu[0]?.[0] ?? NaN, gradient?.logVar[0]?.[0] ?? NaN];
    const size = Math.hypot(byMu, byLogVar);
    const scale = (0.55 * Math.sqrt(Math.min(size, 8) / 4)) / size;
    return { x: mu, y: logVar, dx: -byMu * scale, dy: -byLogVar * scale };
  });
  return [
    {
      mark: "arrows",
      ink: player,
      stroke: player === "student" ? "solid" : "dashed",
      x: drawn.map((one) => one.x),
      y: drawn.map((one) => one.y),
      dx: drawn.map((one) => one.dx),
      dy: drawn.map((one) => one.dy),
    },
  ];
}

import type { HandleMark, Mark, Panel } from "#sdk/picture.ts";
import { cell, centres, short, steps, words } from "#sdk/plot.ts";
import { players, type Drawing, type Functions } from "../players.ts";
import { gradientAt, heightAt, sharesOf, side, type PlaneState } from "./state.ts";
import { ownPoints } from "./gradients.ts";

const CELLS = 30;
const grid = centres(-side, side, CELLS);

/** The plane with the critic's heights, the pairs, and the points between them at which its slope is looked at. */
export function field(shown: Drawing<PlaneState>): Panel {
  const { state } = shown;
  const u = sharesOf(state);
  return {
    id: "field",
    title: words("Between real and fake: where the slope is looked at", "本物と偽物のあいだ：傾きを調べる点"),
    note: words(
      "Drag the samples. Shades and lines: the critic's height. Numbers: u of each pair.",
      "サンプルをドラッグできる。濃淡と線は批評器の高さ、数字は組ごとの u を表す。",
    ),
    columns: 7,
    aspect: 1.12,
    x: { domain: [-side, side], ticks: 7 },
    y: { domain: [-side, side], ticks: 7 },
    marks: [
      heights(state),
      ...pairs(state, u),
      ...players.flatMap((player) => points(shown[player], state, player)),
      ...handles(state),
    ],
    table: {
      columns: [words("u", "u"), words("your point", "自分の点"), words("right point", "正しい点")],
      rows: u.map((share, i) => [
        cell(share),
        ...(["student", "reference"] as const).map((player) => coordinates(shown[player], i)),
      ]),
    },
  };
}

function coordinates(functions: Functions, row: number): string {
  const point = functions.get("interpolates", "")?.[row];
  return point === undefined ? "–" : point.map((value) => short(value)).join(", ");
}

function heights({ steepness }: PlaneState): Mark {
  const values = grid.flatMap((b) => grid.map((a) => Math.round(1e3 * steepness * heightAt([a, b])) / 1e3));
  const most = 4.5;
  return {
    mark: "heatmap",
    x0: -side,
    x1: side,
    y0: -side,
    y1: side,
    rows: CELLS,
    columns: CELLS,
    values,
    colours: "diverging",
    domain: [-2 * most, 2 * most],
    smooth: true,
    contours: steps(-most, most, 19),
  };
}

function pairs({ real, fake }: PlaneState, u: readonly number[]): Mark[] {
  return real
    .map((to, i): Mark => {
      const from = fake[i] ?? to;
      return { mark: "line", ink: "data", x: [from[0], to[0]], y: [from[1], to[1]], width: 1, faint: true };
    })
    .concat({
      mark: "texts",
      ink: "data",
      size: "small",
      x: fake.map(([a]) => a),
      y: fake.map(([, b]) => b),
      texts: u.map((share) => share.toFixed(2)),
      anchor: "end",
      shift: [-11, 0],
    });
}

function points(functions: Functions, { steepness }: PlaneState, player: (typeof players)[number]): Mark[] {
  const own = ownPoints(functions);
  if (own.length === 0) return [];
  const [x, y] = [own.map(([a]) => a), own.map(([, b]) => b)];
  const climbs = own.map(gradientAt);
  const look = { student: "diamond", misconception: "cross", reference: "ring" } as const;
  return [
    {
      mark: "arrows",
      ink: player,
      x,
      y,
      dx: climbs.map(([a]) => 0.8 * steepness * a),
      dy: climbs.map(([, b]) => 0.8 * steepness * b),
      ...(player === "student" ? {} : { stroke: "dashed" }),
    },
    { mark: "points", ink: player, x, y, shape: look[player], size: player === "student" ? 5 : 8 },
  ];
}

function handles({ real, fake }: PlaneState): HandleMark[] {
  const of = (sample: "real" | "fake", rows: PlaneState["real"]): HandleMark[] =>
    rows.map(([x, y], index) => ({
      mark: "handle",
      id: `${sample}${index}`,
      x,
      y,
      moves: "xy",
      step: 0.1,
      ink: sample === "real" ? "data" : "fourth",
      label:
        sample === "real"
          ? words(`real sample ${index + 1}`, `本物のサンプル ${index + 1}`)
          : words(`fake sample ${index + 1}`, `偽物のサンプル ${index + 1}`),
      value: words(`${short(x)}, ${short(y)}`, `${short(x)}, ${short(y)}`),
    }));
  return [...of("real", real), ...of("fake", fake)];
}

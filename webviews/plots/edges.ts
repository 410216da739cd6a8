import type { EdgesMark } from "#contract/scene.ts";
import type { Drawn } from "./drawn.ts";
import { css, type Palette, type Rgb } from "./palette.ts";
import { at, type Frame } from "./scales.ts";

/** So many widths are told apart; edges of one sign and width are one stroke. */
const WIDTHS = 8;
const WIDEST = 5;
/** From so many on all are hairlines, which are painted ten times as fast: strength alone tells large from small. */
const MANY = 400;

/** Painted, since a layer of 60 units on one of 60 has 3,600 of them. */
export function drawEdges(mark: EdgesMark, frame: Frame): Drawn {
  return {
    shapes: [],
    paint: (context, palette) => {
      for (const [key, indexes] of strokesOf(mark)) {
        const [sign, width] = [Math.sign(key), Math.abs(key)];
        context.beginPath();
        for (const index of indexes) {
          context.moveTo(frame.x(at(mark.x0, index)), frame.y(at(mark.y0, index)));
          context.lineTo(frame.x(at(mark.x1, index)), frame.y(at(mark.y1, index)));
        }
        context.lineWidth = mark.x0.length > MANY ? 1 : Math.max(0.5, (width / WIDTHS) * WIDEST);
        const share = 0.35 + (0.55 * width) / WIDTHS;
        context.strokeStyle = css(colourOf(mark, sign, palette), mark.faint === true ? share / 3 : share);
        context.stroke();
      }
    },
  };
}

function colourOf({ values, ink = "muted" }: EdgesMark, sign: number, palette: Palette): Rgb {
  if (values === undefined) return palette.inks[ink];
  return sign < 0 ? palette.minus : palette.plus;
}

/** Indexes by signed width, 1 to WIDTHS. */
function strokesOf({ x0, values, most }: EdgesMark): Map<number, number[]> {
  const largest =
    most ?? (values ?? []).reduce<number>((known, value) => Math.max(known, Math.abs(value ?? 0)), 1e-12);
  const strokes = new Map<number, number[]>();
  for (let index = 0; index < x0.length; index++) {
    const value = values === undefined ? largest / 4 : at(values, index);
    if (Number.isNaN(value)) continue;
    const width = Math.max(1, Math.min(WIDTHS, Math.ceil((Math.abs(value) / largest) * WIDTHS)));
    const key = value < 0 ? -width : width;
    const known = strokes.get(key);
    if (known === undefined) strokes.set(key, [index]);
    else known.push(index);
  }
  return strokes;
}

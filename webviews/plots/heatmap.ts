import { contours, type ContourMultiPolygon } from "d3-contour";
import type { HeatmapMark, Numbers, TilesMark } from "#contract/scene.ts";
import { classOf, type Drawn } from "./drawn.ts";
import { colourScale, type Palette, type Rgb } from "./palette.ts";
import { at, type Frame } from "./scales.ts";
import { shape, type Shape } from "./shape.ts";

/** A grid of values as pixels, with lines of equal value and numbers in the cells where they are asked for. */
export function drawHeatmap(mark: HeatmapMark, frame: Frame): Drawn {
  return {
    shapes: [...contourShapes(mark, frame), ...digitShapes(mark, frame)],
    paint: (context, palette) => {
      const image = imageOf(mark.values, mark, palette);
      const [left, right] = [frame.x(mark.x0), frame.x(mark.x1)];
      const [first, last] = [frame.y(mark.y0), frame.y(mark.y1)];
      context.save();
      context.imageSmoothingEnabled = mark.smooth === true;
      context.globalAlpha = mark.faint === true ? 0.35 : 1;
      // the first row lies at y0, which is below where the axis points up
      context.translate(left, first);
      context.scale(Math.sign(right - left) || 1, Math.sign(last - first) || 1);
      context.drawImage(image, 0, 0, Math.abs(right - left), Math.abs(last - first));
      context.restore();
    },
  };
}

/** Tiles fill the panel from its upper left, each as large as fits, a sixth of a tile apart. */
export function drawTiles(mark: TilesMark, { box }: Frame): Drawn {
  const down = Math.ceil(mark.tiles.length / mark.across);
  const pitch = Math.min(
    box.width / (mark.across * mark.columns * (1 + GAP)),
    box.height / (down * mark.rows * (1 + GAP)),
  );
  const [width, height] = [mark.columns * pitch, mark.rows * pitch];
  return {
    shapes: [],
    paint: (context, palette) => {
      context.save();
      context.imageSmoothingEnabled = false;
      context.strokeStyle = `rgb(${palette.foreground.join(" ")} / 0.25)`;
      context.lineWidth = 1;
      mark.tiles.forEach((tile, index) => {
        const left = box.left + (index % mark.across) * width * (1 + GAP);
        const top = box.top + Math.floor(index / mark.across) * height * (1 + GAP);
        context.drawImage(imageOf(tile, mark, palette), left, top, width, height);
        context.strokeRect(left, top, width, height);
      });
      context.restore();
    },
  };
}

const GAP = 1 / 6;

interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly colours: "sequential" | "diverging";
  readonly domain: readonly [number, number];
  readonly ink?: HeatmapMark["ink"];
}

let scratch: OffscreenCanvas | undefined;

/** One pixel for each cell; a cell without a number is left clear. Drawn at once: the next image takes its place. */
function imageOf(values: Numbers, grid: Grid, palette: Palette): OffscreenCanvas {
  const { rows, columns, domain, colours, ink = "data" } = grid;
  const canvas = (scratch ??= new OffscreenCanvas(columns, rows));
  if (canvas.width !== columns || canvas.height !== rows) [canvas.width, canvas.height] = [columns, rows];
  const context = canvas.getContext("2d");
  if (context === null) return canvas;
  const image = new ImageData(columns, rows);
  const colour = colourScale(palette, { colours, ink }, domain);
  for (let cell = 0; cell < rows * columns; cell++) {
    const value = at(values, cell);
    if (!Number.isNaN(value)) setPixel(image.data, cell, colour(value));
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

function setPixel(data: Uint8ClampedArray, cell: number, [red, green, blue]: Rgb): void {
  data.set([red, green, blue, 255], 4 * cell);
}

function contourShapes(mark: HeatmapMark, frame: Frame): Shape[] {
  if (mark.contours === undefined || mark.values.length === 0) return [];
  const make = contours()
    .size([mark.columns, mark.rows])
    .thresholds([...mark.contours]);
  const lines = make(mark.values.map((_, index) => at(mark.values, index)));
  return lines.map((one) =>
    shape("path", { class: "line contour ink-muted", "stroke-width": 1, d: contourPath(one, mark, frame) }),
  );
}

function contourPath({ coordinates }: ContourMultiPolygon, mark: HeatmapMark, { x, y }: Frame): string {
  const px = (column: number): string =>
    x(mark.x0 + ((mark.x1 - mark.x0) * column) / mark.columns).toFixed(1);
  const py = (row: number): string => y(mark.y0 + ((mark.y1 - mark.y0) * row) / mark.rows).toFixed(1);
  // along the border a contour only closes itself: that part is no line of equal value
  const isBorder = (place: readonly number[]): boolean =>
    (place[0] ?? 0) <= 0 ||
    (place[0] ?? 0) >= mark.columns ||
    (place[1] ?? 0) <= 0 ||
    (place[1] ?? 0) >= mark.rows;
  return coordinates
    .flat()
    .map((ring) =>
      ring
        .map((place, index) => {
          const before = ring[index - 1];
          const pen = before === undefined || (isBorder(place) && isBorder(before)) ? "M" : "L";
          return `${pen}${px(place[0] ?? 0)},${py(place[1] ?? 0)}`;
        })
        .join(""),
    )
    .join("");
}

function digitShapes(mark: HeatmapMark, { x, y }: Frame): Shape[] {
  const { digits, rows, columns, x0, x1, y0, y1 } = mark;
  if (digits === undefined) return [];
  const [low, high] = mark.domain;
  const most = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return mark.values.flatMap((_, cell) => {
    const value = at(mark.values, cell);
    const place = {
      x: x(x0 + ((x1 - x0) * ((cell % columns) + 0.5)) / columns),
      y: y(y0 + ((y1 - y0) * (Math.floor(cell / columns) + 0.5)) / rows) + 4,
    };
    const text = Number.isNaN(value) ? "NaN" : value.toFixed(digits);
    const strength =
      mark.colours === "diverging" ? Math.abs(value) / most : (value - low) / (high - low || 1);
    const kind = strength > 0.55 ? "label on-bar" : classOf("label", "data");
    return [shape("text", { class: kind, "text-anchor": "middle", ...place }, text)];
  });
}

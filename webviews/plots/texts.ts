import type { TextsMark } from "#contract/scene.ts";
import type { Drawn } from "./drawn.ts";
import { at, type Frame } from "./scales.ts";
import { shape } from "./shape.ts";

export function drawTexts(mark: TextsMark, { x, y, say }: Frame): Drawn {
  const { ink = "data", anchor = "middle", shift = [0, 0], size = "normal" } = mark;
  const shapes = mark.texts.flatMap((text, index) => {
    const [px, py] = [x(at(mark.x, index)), y(at(mark.y, index))];
    if (!Number.isFinite(px) || !Number.isFinite(py)) return [];
    const own = mark.inks?.[index] ?? ink;
    const kind = `label ${size} ink-${own}${mark.faint === true ? " faint" : ""}`;
    const place = { x: px + shift[0], y: py + shift[1] + 4 };
    return [shape("text", { class: kind, "text-anchor": anchor, ...place }, say(text))];
  });
  return { shapes };
}

import type { Mark, Numbers, Panel, Scene } from "#contract/scene.ts";

export interface Haunted {
  readonly scene: Scene;
  /** Whether anything was drawn faintly. */
  readonly ghosts: boolean;
}

/**
 * Remembers what the student's functions last gave in each panel, and draws it faintly where they give nothing now: a typing
 * error does not sweep the picture away.
 */
export class Ghosts {
  readonly #last = new Map<string, readonly Mark[]>();

  /** `view` tells the pages of a picture apart: a panel of one name may be on several. */
  haunt(scene: Scene, view: string, broken: boolean): Haunted {
    let ghosts = false;
    const panels = scene.panels.map((panel): Panel => {
      const key = `${view}\0${panel.id}`;
      const own = panel.marks.filter(isStudents);
      if (own.length > 0) this.#last.set(key, own);
      if (own.length > 0 || !broken) return panel;
      const last = this.#last.get(key) ?? [];
      if (last.length === 0) return panel;
      ghosts = true;
      return { ...panel, marks: [...last.map((mark): Mark => ({ ...mark, faint: true })), ...panel.marks] };
    });
    return { scene: { ...scene, panels }, ghosts };
  }
}

/** A mark of the student's with something in it: one of gaps only shows nothing. */
function isStudents(mark: Mark): boolean {
  if (mark.ink !== "student" || mark.mark === "handle") return false;
  return numbersOf(mark).every((some) => some.some((value) => value !== null && Number.isFinite(value)));
}

function numbersOf(mark: Exclude<Mark, { readonly mark: "handle" }>): readonly Numbers[] {
  switch (mark.mark) {
    case "line":
    case "points":
    case "texts":
      return [mark.x, mark.y];
    case "pies":
      return [mark.x, mark.y, ...mark.slices.map(({ shares }) => shares)];
    case "area":
      return [mark.y0, mark.y1];
    case "rects":
      return [mark.x0, mark.x1, mark.y0, mark.y1];
    case "arrows":
      return [mark.dx, mark.dy];
    case "edges":
      return [mark.values ?? mark.x0];
    case "heatmap":
      return [mark.values];
    case "tiles":
      return [mark.tiles.flat()];
    case "rule":
      return [[mark.x ?? mark.y ?? null]];
  }
}

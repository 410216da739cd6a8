import type { Mark, Panel, Scene } from "#contract/scene.ts";

/**
 * The scene with what the student's functions last gave where they give nothing now, drawn faintly: a typing error does not
 * sweep the picture away.
 */
export function withGhosts(scene: Scene, lastGood: Scene | undefined): Scene {
  if (lastGood === undefined) return scene;
  const panels = scene.panels.map((panel): Panel => {
    const before = lastGood.panels.find((one) => one.id === panel.id);
    if (before === undefined || panel.marks.some(isStudents)) return panel;
    const ghosts = before.marks.filter(isStudents).map((mark): Mark => ({ ...mark, faint: true }));
    return { ...panel, marks: [...ghosts, ...panel.marks] };
  });
  return { ...scene, panels };
}

function isStudents(mark: Mark): boolean {
  return mark.ink === "student" && mark.mark !== "handle";
}

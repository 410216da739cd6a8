import { button, element } from "#webviews/kit/elements.ts";
import type { ClassView } from "#contract/classView.ts";
import type { FromClass } from "#webviews/protocol/class.ts";

export type Say = (message: FromClass) => void;

/** Students who have something in common, and where in their files it is. */
export interface Group {
  /** Said above the names: "dMu, failed". */
  readonly about: string;
  readonly exercise: string;
  readonly function: string | null;
  /** Places in the view's list of students. */
  readonly students: readonly number[];
}

export interface WhoPanel {
  readonly panel: HTMLElement;
  /** A button that shows who is behind its number in the panel; pressed once more, it closes it. */
  readonly buttonFor: (group: Group, label: string | Node) => HTMLButtonElement;
}

/** One place on the page that names students, for several buttons around it. */
export function whoPanel(view: ClassView, say: Say): WhoPanel {
  const panel = element("div", { class: "who", "aria-live": "polite", hidden: true });
  let shown: HTMLButtonElement | null = null;
  const show = (pressed: HTMLButtonElement, group: Group): void => {
    shown?.setAttribute("aria-pressed", "false");
    const isClosing = shown === pressed;
    shown = isClosing ? null : pressed;
    panel.hidden = isClosing;
    if (isClosing) return;
    pressed.setAttribute("aria-pressed", "true");
    panel.replaceChildren(...namesOf(view, group, say));
  };
  return {
    panel,
    buttonFor: (group, label) => {
      const made: HTMLButtonElement = button(
        { "aria-pressed": "false", "aria-label": `${students(group.students.length)}, ${group.about}` },
        label,
        () => {
          show(made, group);
        },
      );
      return made;
    },
  };
}

function namesOf(view: ClassView, group: Group, say: Say): HTMLElement[] {
  const names = group.students.map((place) =>
    element("li", {}, studentButton(view, { ...group, student: place }, say)),
  );
  return [
    element("p", {}, `${students(group.students.length)}, ${group.about}`),
    element("ul", { class: "names" }, ...names),
  ];
}

/** A student's name, leading to what they handed in. */
export function studentButton(
  { students: all }: ClassView,
  { student, exercise, function: name }: Pick<Group, "exercise" | "function"> & { readonly student: number },
  say: Say,
): HTMLButtonElement {
  const { id, name: called } = all[student] ?? { id: "", name: "?" };
  const title = `Open ${exercise} of ${called} (${id})`;
  return button({ class: "link", title }, called, () => {
    say({ type: "open", student: id, exercise, function: name });
  });
}

export function students(count: number): string {
  return count === 1 ? "1 student" : `${count} students`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

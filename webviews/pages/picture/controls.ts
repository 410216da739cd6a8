import type { Control, SceneEvent } from "#contract/scene.ts";
import { button, element } from "#webviews/kit/elements.ts";
import type { Say } from "#webviews/plots/scales.ts";

interface Manner {
  readonly say: Say;
  /** Whether the frame knows of everything that was done. */
  readonly settled: boolean;
}

type Tell = (event: SceneEvent) => void;

/** The controls of a picture. One that is still there stays the same element, so that it keeps the focus and the pointer. */
export class Controls {
  readonly views = element("div", { class: "views", role: "tablist" });
  readonly bar = element("div", { class: "controls" });
  readonly #tell: Tell;
  readonly #made = new Map<
    string,
    { readonly element: HTMLElement; readonly show: (control: Control, manner: Manner) => void }
  >();

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  show(controls: readonly Control[], manner: Manner): void {
    const wanted = new Set(controls.map(keyOf));
    for (const [key, { element: old }] of this.#made) {
      if (wanted.has(key)) continue;
      old.remove();
      this.#made.delete(key);
    }
    const next = new Map([this.views, this.bar].map((place) => [place, place.firstElementChild]));
    for (const control of controls) {
      const known = this.#made.get(keyOf(control)) ?? makers[control.control](control.id, this.#tell);
      this.#made.set(keyOf(control), known);
      const place = control.control === "views" ? this.views : this.bar;
      const before = next.get(place) ?? null;
      // in the picture's order; what is in its place is not moved, for it would lose the focus
      if (known.element === before) next.set(place, before.nextElementSibling);
      else place.insertBefore(known.element, before);
      if (control.control === "views") place.setAttribute("aria-label", manner.say(control.label));
      known.show(control, manner);
    }
    this.bar.hidden = this.bar.childElementCount === 0;
    this.views.hidden = this.views.childElementCount === 0;
  }
}

function keyOf({ control, id }: Control): string {
  return `${control} ${id}`;
}

type Made = { readonly element: HTMLElement; readonly show: (control: Control, manner: Manner) => void };
type Maker = (id: string, tell: Tell) => Made;

const makers: Readonly<Record<Control["control"], Maker>> = {
  slider: makeSlider,
  choice: makeChoice("group"),
  views: makeChoice("tabs"),
  toggle: makeToggle,
  button: makeButton,
};

function makeSlider(id: string, tell: Tell): Made {
  const input = element("input", { type: "range", "data-control": id });
  const [label, output] = [element("span"), element("output")];
  let ahead = false; // moved since the last frame that knows of everything
  input.addEventListener("input", () => {
    ahead = true;
    tell({ kind: "set", id, value: input.valueAsNumber });
  });
  return {
    element: element("label", { class: "slider" }, label, input, output),
    show: (control, { say, settled }) => {
      if (control.control !== "slider") return;
      [input.min, input.max, input.step] = [control.min, control.max, control.step].map(String) as [
        string,
        string,
        string,
      ];
      ahead &&= !settled;
      if (!ahead) input.value = String(control.value);
      input.setAttribute("aria-valuetext", say(control.text));
      label.textContent = say(control.label);
      output.textContent = say(control.text);
    },
  };
}

function makeChoice(manner: "group" | "tabs"): Maker {
  const role = manner === "tabs" ? "tab" : null;
  const chosen = manner === "tabs" ? "aria-selected" : "aria-pressed";
  return (id, tell) => {
    const label = element("span");
    const group = element("span", { role: manner === "tabs" ? "presentation" : "group" });
    const choices = new Map<string, HTMLButtonElement>();
    if (manner === "tabs") moveWithArrows(group, choices);
    return {
      element: element(
        "span",
        { class: "choice", "data-control": id },
        manner === "tabs" ? null : label,
        group,
      ),
      show: (control, { say }) => {
        if (control.control !== "choice" && control.control !== "views") return;
        label.textContent = say(control.label);
        group.setAttribute("aria-label", say(control.label));
        for (const [value, old] of choices)
          if (!control.options.some((one) => one.value === value)) {
            old.remove();
            choices.delete(value);
          }
        for (const option of control.options) {
          const known =
            choices.get(option.value) ??
            button({ role, "data-value": option.value }, null, () => {
              tell({ kind: "set", id, value: option.value });
            });
          choices.set(option.value, known);
          if (known.textContent !== say(option.label)) known.textContent = say(option.label);
          known.setAttribute(chosen, String(option.value === control.value));
          if (manner === "tabs") known.tabIndex = option.value === control.value ? 0 : -1;
          if (known.parentElement !== group) group.append(known);
        }
      },
    };
  };
}

/** Among tabs one moves with the arrow keys; only the chosen one is in the order of Tab. */
function moveWithArrows(group: HTMLElement, choices: ReadonlyMap<string, HTMLButtonElement>): void {
  group.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const tabs = [...choices.values()];
    const here = tabs.findIndex((tab) => tab === document.activeElement);
    const tab = tabs[(here + step + tabs.length) % tabs.length];
    tab?.focus();
    tab?.click();
    event.preventDefault();
  });
}

function makeToggle(id: string, tell: Tell): Made {
  const input = element("input", { type: "checkbox", "data-control": id });
  const label = element("span");
  input.addEventListener("change", () => {
    tell({ kind: "set", id, value: input.checked });
  });
  return {
    element: element("label", { class: "toggle" }, input, label),
    show: (control, { say }) => {
      if (control.control !== "toggle") return;
      input.checked = control.value;
      label.textContent = say(control.label);
    },
  };
}

function makeButton(id: string, tell: Tell): Made {
  const made = button({ "data-control": id }, null, () => {
    tell({ kind: "push", id });
  });
  return {
    element: made,
    show: (control, { say }) => {
      if (control.control !== "button") return;
      if (made.textContent !== say(control.label)) made.textContent = say(control.label);
      made.disabled = control.disabled === true;
    },
  };
}

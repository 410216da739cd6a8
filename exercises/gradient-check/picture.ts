import { definePicture, type Control, type SceneEvent } from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import { apart, type ApartState } from "./picture/apart.ts";
import { errors, type ErrorsState } from "./picture/errors.ts";
import { secant, type SecantState } from "./picture/secant.ts";
import type * as Starter from "./starter.ts";

/** Three pages: what a quotient is, how its error depends on the step, and when two gradients are the same. */
interface State {
  readonly view: "secant" | "errors" | "apart";
  readonly secant: SecantState;
  readonly errors: ErrorsState;
  readonly apart: ApartState;
}

const start: State = { view: "secant", secant: secant.start, errors: errors.start, apart: apart.start };

function change(state: State, event: SceneEvent): State {
  if (event.kind === "set" && event.id === "view") {
    const view = views.find(({ value }) => value === event.value)?.value;
    return view === undefined ? state : { ...state, view };
  }
  switch (state.view) {
    case "secant":
      return { ...state, secant: secant.change(state.secant, event) };
    case "errors":
      return { ...state, errors: errors.change(state.errors, event) };
    case "apart":
      return { ...state, apart: apart.change(state.apart, event) };
  }
}

const views = [
  { value: "secant", label: words("Secant and tangent", "割線と接線") },
  { value: "errors", label: words("Error over step", "刻み幅と誤差") },
  { value: "apart", label: words("Relative error", "相対誤差") },
] as const;

function tabs({ view }: State): Control {
  return { control: "views", id: "view", label: words("Page", "ページ"), options: views, value: view };
}

export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, secant: secant.change(secant.start, { kind: "set", id: "name", value: "rosenbrock" }) },
    { ...start, secant: secant.change(secant.start, { kind: "set", id: "name", value: "logSumExp" }) },
    { ...start, view: "errors" },
    { ...start, view: "errors", errors: { name: "rosenbrock", size: 5, coordinate: 1 } },
    { ...start, view: "apart" },
    { ...start, view: "apart", apart: apart.change(apart.start, { kind: "push", id: "zero" }) },
  ],
  change,
  controls: (state) => {
    switch (state.view) {
      case "secant":
        return [tabs(state), ...secant.controls(state.secant)];
      case "errors":
        return [tabs(state), ...errors.controls(state.errors)];
      case "apart":
        return [tabs(state), ...apart.controls(state.apart)];
    }
  },
  calls: (state) => {
    switch (state.view) {
      case "secant":
        return secant.calls(state.secant);
      case "errors":
        return errors.calls(state.errors);
      case "apart":
        return apart.calls(state.apart);
    }
  },
  scene: (shown) => {
    const { state } = shown;
    switch (state.view) {
      case "secant":
        return secant.scene({ ...shown, state: state.secant });
      case "errors":
        return errors.scene({ ...shown, state: state.errors });
      case "apart":
        return apart.scene({ ...shown, state: state.apart });
    }
  },
});

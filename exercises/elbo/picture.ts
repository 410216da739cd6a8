import { definePicture, type Control, type SceneEvent } from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import { bound } from "./picture/bound.ts";
import type { BoundState } from "./picture/bound/state.ts";
import { gaussian } from "./picture/gaussian.ts";
import type { GaussianState } from "./picture/gaussian/state.ts";
import { pixels } from "./picture/pixels.ts";
import type { PixelsState } from "./picture/pixels/state.ts";
import type * as Starter from "./starter.ts";

/** Three pages: why it is a bound, its KL term, and the whole of it on small bitmaps. */
interface State {
  readonly view: "bound" | "gaussian" | "pixels";
  readonly bound: BoundState;
  readonly gaussian: GaussianState;
  readonly pixels: PixelsState;
}

const start: State = {
  view: "bound",
  bound: bound.start,
  gaussian: gaussian.start,
  pixels: pixels.start,
};

function change(state: State, event: SceneEvent): State {
  if (event.kind === "set" && event.id === "view") {
    const view = views.find(({ value }) => value === event.value)?.value;
    return view === undefined ? state : { ...state, view };
  }
  switch (state.view) {
    case "bound":
      return { ...state, bound: bound.change(state.bound, event) };
    case "gaussian":
      return { ...state, gaussian: gaussian.change(state.gaussian, event) };
    case "pixels":
      return { ...state, pixels: pixels.change(state.pixels, event) };
  }
}

const views = [
  { value: "bound", label: words("Bound and gap", "下限と gap") },
  { value: "gaussian", label: words("KL to the prior", "事前分布への KL") },
  { value: "pixels", label: words("Images and the ELBO", "画像と ELBO") },
] as const;

function tabs({ view }: State): Control {
  return { control: "views", id: "view", label: words("Page", "ページ"), options: views, value: view };
}

export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, bound: bound.change(bound.start, { kind: "push", id: "posterior" }) },
    { ...start, bound: bound.change(bound.start, { kind: "push", id: "zero" }) },
    { ...start, view: "gaussian" },
    { ...start, view: "pixels" },
    { ...start, view: "pixels", pixels: { ...pixels.start, sharpness: 5.5 } },
    { ...start, view: "pixels", pixels: { ...pixels.start, sharpness: 10 } },
  ],
  change,
  controls: (state) => {
    switch (state.view) {
      case "bound":
        return [tabs(state), ...bound.controls(state.bound)];
      case "gaussian":
        return [tabs(state), ...gaussian.controls(state.gaussian)];
      case "pixels":
        return [tabs(state), ...pixels.controls(state.pixels)];
    }
  },
  calls: (state) => {
    switch (state.view) {
      case "bound":
        return bound.calls(state.bound);
      case "gaussian":
        return gaussian.calls(state.gaussian);
      case "pixels":
        return pixels.calls(state.pixels);
    }
  },
  scene: (shown) => {
    const { state } = shown;
    switch (state.view) {
      case "bound":
        return bound.scene({ ...shown, state: state.bound });
      case "gaussian":
        return gaussian.scene({ ...shown, state: state.gaussian });
      case "pixels":
        return pixels.scene({ ...shown, state: state.pixels });
    }
  },
});

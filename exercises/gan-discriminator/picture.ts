import { definePicture, type Control, type SceneEvent } from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import { best } from "./picture/best.ts";
import type { Shapes } from "./picture/best/shapes.ts";
import { bets } from "./picture/bets.ts";
import type { Bets } from "./picture/bets/state.ts";
import { learning, learningNext } from "./picture/learning.ts";
import { runStart, type Run } from "./picture/learning/learner.ts";
import type * as Starter from "./starter.ts";

/** Three pages: the best discriminator of two densities, single logits and what they cost, and one that learns. */
interface State {
  readonly view: "best" | "bets" | "learning";
  readonly shapes: Shapes;
  readonly bets: Bets;
  readonly run: Run;
}

const start: State = { view: "best", shapes: best.start, bets: bets.start, run: runStart };

const views = [
  { value: "best", label: words("The best discriminator", "最良の識別器") },
  { value: "bets", label: words("Logits and loss", "logit と損失") },
  { value: "learning", label: words("One that learns", "学習する識別器") },
] as const;

function change(state: State, event: SceneEvent): State {
  if (event.kind === "set" && event.id === "view") {
    const view = views.find(({ value }) => value === event.value)?.value;
    return view === undefined ? state : { ...state, view };
  }
  switch (state.view) {
    case "best": {
      const shapes = best.change(state.shapes, event);
      return shapes === state.shapes ? state : { ...state, shapes, run: runStart };
    }
    case "bets":
      return { ...state, bets: bets.change(state.bets, event) };
    case "learning":
      return { ...state, ...learning.change(state, event) };
  }
}

function tabs({ view }: State): Control {
  return { control: "views", id: "view", label: words("Page", "ページ"), options: views, value: view };
}

export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, view: "bets" },
    { ...start, view: "bets", bets: { ...start.bets, reach: "far" } },
    { ...start, view: "learning" },
  ],
  change,
  controls: (state) => {
    switch (state.view) {
      case "best":
        return [tabs(state), ...best.controls(state.shapes)];
      case "bets":
        return [tabs(state), ...bets.controls(state.bets)];
      case "learning":
        return [tabs(state), ...learning.controls()];
    }
  },
  calls: (state, _known, player) => {
    switch (state.view) {
      case "best":
        return best.calls(state.shapes, player);
      case "bets":
        return bets.calls(state.bets, player);
      case "learning":
        return learning.calls(state, player);
    }
  },
  scene: (shown) => {
    const { state } = shown;
    switch (state.view) {
      case "best":
        return best.scene({ ...shown, state: state.shapes });
      case "bets":
        return bets.scene({ ...shown, state: state.bets });
      case "learning":
        return learning.scene(shown);
    }
  },
  next: (shown) => {
    const { state } = shown;
    if (state.view !== "learning") return undefined;
    const later = learningNext(shown);
    return later && { ...state, run: later };
  },
});

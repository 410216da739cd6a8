import { definePicture } from "#sdk/picture.ts";
import { descentCalls, descentScene, oneStep } from "./picture/descent.ts";
import { estimateCalls, estimateScene, moreEstimates } from "./picture/estimates.ts";
import { further, pathCalls, pathScene } from "./picture/path.ts";
import { change, controls, start, type State } from "./picture/state.ts";
import type * as Starter from "./starter.ts";

/** Three pages: how noise becomes z, what three estimators make of the same noise, and where each of them leads. */
export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, way: 1, f: "waves", mu: 0.8, logVar: 0.7 },
    { ...start, view: "estimates" },
    { ...start, view: "estimates", by: "logVar", draws: 2 },
    { ...start, view: "estimates", offset: 10, estimates: 100 },
    { ...start, view: "descent" },
  ],
  change,
  controls,
  calls: (state, _known, player) => {
    switch (state.view) {
      case "path":
        return pathCalls(state);
      case "estimates":
        return estimateCalls(state);
      case "descent":
        return descentCalls(state, player);
    }
  },
  scene: (shown) => {
    switch (shown.state.view) {
      case "path":
        return pathScene(shown);
      case "estimates":
        return estimateScene(shown);
      case "descent":
        return descentScene(shown);
    }
  },
  next: (shown) => {
    switch (shown.state.view) {
      case "path":
        return further(shown.state);
      case "estimates":
        return moreEstimates(shown.state);
      case "descent":
        return oneStep(shown);
    }
  },
});

import { definePicture, type Scene } from "#sdk/picture.ts";
import { cloudCalls, cloudScene } from "./picture/cloud.ts";
import { densityCalls, densityScene } from "./picture/density.ts";
import { later, type Drawing } from "./picture/players.ts";
import { change, controls, start, type State } from "./picture/state.ts";
import { stepCalls, stepScene } from "./picture/oneStep.ts";
import type * as Starter from "./starter.ts";

export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, t: 31, schedule: "short" },
    { ...start, view: "density" },
    { ...start, view: "step" },
  ],
  change,
  controls,
  calls: (state) => {
    switch (state.view) {
      case "cloud":
        return cloudCalls(state);
      case "density":
        return densityCalls(state);
      case "step":
        return stepCalls(state);
    }
  },
  scene: (shown: Drawing): Scene => {
    switch (shown.state.view) {
      case "cloud":
        return cloudScene(shown);
      case "density":
        return densityScene(shown);
      case "step":
        return stepScene(shown);
    }
  },
  next: ({ state }) => (state.view === "step" ? undefined : later(state)),
});

import { definePicture, type Call, type Scene } from "#sdk/picture.ts";
import type { Drawing } from "./picture/drawing.ts";
import { noiseCalls, noiseScene, noisier } from "./picture/noise.ts";
import { predictCalls, predictScene } from "./picture/predict.ts";
import { reverseScene } from "./picture/reverse.ts";
import { runCalls, stepBack } from "./picture/run.ts";
import { change, controls, start, type State } from "./picture/state.ts";
import { stepsCalls, stepsScene } from "./picture/steps.ts";
import type * as Starter from "./starter.ts";

export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, shape: "moons", schedule: "cosine", t: 30 },
    { ...start, view: "predict" },
    { ...start, view: "predict", guess: "best", error: 1, t: 22 },
    { ...start, view: "reverse" },
    { ...start, view: "steps" },
    { ...start, view: "steps", guess: "best", error: 1 },
  ],
  change,
  controls,
  calls: (state, known, player): Call<typeof Starter>[] => {
    switch (state.view) {
      case "noise":
        return noiseCalls(state);
      case "predict":
        return predictCalls(state);
      case "reverse":
        return runCalls(state, known, player);
      case "steps":
        return stepsCalls(state);
    }
  },
  scene: (shown: Drawing): Scene => {
    switch (shown.state.view) {
      case "noise":
        return noiseScene(shown);
      case "predict":
        return predictScene(shown);
      case "reverse":
        return reverseScene(shown);
      case "steps":
        return stepsScene(shown);
    }
  },
  next: (shown) => {
    if (shown.state.view === "reverse") return stepBack(shown);
    return shown.state.view === "noise" ? noisier(shown.state) : undefined;
  },
});

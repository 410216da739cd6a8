import { definePicture } from "#sdk/picture.ts";
import { lineCalls, lineScene } from "./picture/line.ts";
import { nextHalf, planeScene } from "./picture/plane.ts";
import { planeCalls } from "./picture/run.ts";
import { change, controls, start, STEPS, type DataName, type State } from "./picture/state.ts";
import type * as Starter from "./starter.ts";

export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, half: 6 },
    { ...withSamples("crossing"), half: 0 },
    { ...withSamples("outlier"), half: 2 * STEPS },
    { ...start, view: "line" },
    { ...start, view: "line", line: { ...start.line, reach: "far" } },
  ],
  change,
  controls,
  calls: (state, known, player) =>
    state.view === "plane" ? planeCalls(state, known, player) : lineCalls(state, known),
  scene: (shown) => (shown.state.view === "plane" ? planeScene(shown) : lineScene(shown)),
  next: (shown) => (shown.state.view === "plane" ? nextHalf(shown) : undefined),
});

function withSamples(data: DataName): State {
  return change(start, { kind: "set", id: "data", value: data });
}

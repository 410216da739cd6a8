import { definePicture } from "#sdk/picture.ts";
import { lineCalls, lineScene } from "./picture/line.ts";
import { nextHalf, planeScene } from "./picture/plane.ts";
import { planeCalls } from "./picture/run.ts";
import { change, controls, start, STEPS, type State } from "./picture/state.ts";
import type * as Starter from "./starter.ts";

export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, half: 0 },
    { ...start, half: 6 },
    { ...start, half: 2 * STEPS },
    change({ ...start }, { kind: "set", id: "data", value: "crossing" }),
    { ...change(start, { kind: "set", id: "data", value: "outlier" }), half: 4 },
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

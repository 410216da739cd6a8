import { definePicture, type Control, type Scene, type SceneEvent } from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import { cooling } from "./picture/cooling.ts";
import { oneStep, stepCalls, stepChange, stepControls, stepStart } from "./picture/oneStep.ts";
import { runCalls, runChange, runControls, runNext, runStart } from "./picture/run.ts";
import type { Drawing, State } from "./picture/state.ts";
import type * as Starter from "./starter.ts";

const start: State = { view: "cooling", run: runStart, one: stepStart };

/** Two pages: a population that cools, and a single step with everything to be dragged. */
export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, view: "step" },
    { ...start, view: "step", one: { ...stepStart, shift: -10_000 } },
  ],
  change,
  controls,
  calls: ({ view, run, one }, known) => (view === "cooling" ? runCalls(run, known) : stepCalls(one, known)),
  scene: (shown: Drawing): Scene => (shown.state.view === "cooling" ? cooling(shown) : oneStep(shown)),
  next: ({ state, student }) => {
    if (state.view === "step") return undefined;
    const run = runNext(state.run, student);
    return run && { ...state, run };
  },
});

function change(state: State, event: SceneEvent): State {
  if (event.kind === "set" && event.id === "view") {
    const view = event.value;
    return view === "cooling" || view === "step" ? { ...state, view } : state;
  }
  return state.view === "cooling"
    ? { ...state, run: runChange(state.run, event) }
    : { ...state, one: stepChange(state.one, event) };
}

function controls({ view, run, one }: State): readonly Control[] {
  const tabs: Control = {
    control: "views",
    id: "view",
    label: words("Views", "表示"),
    value: view,
    options: [
      { value: "cooling", label: words("Cooling", "冷やす") },
      { value: "step", label: words("One step", "一歩だけ") },
    ],
  };
  return [tabs, ...(view === "cooling" ? runControls(run) : stepControls(one))];
}

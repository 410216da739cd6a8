import { definePicture, type Control, type Scene, type SceneEvent } from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import { cooling, coolingCalls } from "./picture/cooling.ts";
import { learning, learningCalls } from "./picture/learning.ts";
import { change as changeMachine, countsOf, learningControls, next, start } from "./picture/machine.ts";
import { sixteenStates, stateCalls } from "./picture/sixteenStates.ts";
import type { Drawing, State } from "./picture/state.ts";
import type * as Starter from "./starter.ts";

/** Three pages on one machine of four spins: its states, how it learns data, and how it cools. */
export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, view: "learning" },
    { ...start, view: "learning", data: "single", counts: countsOf("single") },
    { ...start, view: "cooling" },
  ],
  change,
  controls,
  calls: (state) => {
    if (state.view === "states") return stateCalls(state);
    return state.view === "learning" ? learningCalls(state) : coolingCalls(state);
  },
  scene: (shown: Drawing): Scene => {
    if (shown.state.view === "states") return sixteenStates(shown);
    return shown.state.view === "learning" ? learning(shown) : cooling(shown);
  },
  next,
});

function change(state: State, event: SceneEvent): State {
  if (event.kind === "set" && event.id === "view") {
    const view = event.value;
    return view === "states" || view === "learning" || view === "cooling" ? { ...state, view } : state;
  }
  return changeMachine(state, event);
}

function controls(state: State): readonly Control[] {
  const tabs: Control = {
    control: "views",
    id: "view",
    label: words("Views", "表示"),
    value: state.view,
    options: [
      { value: "states", label: words("Sixteen states", "16 の状態") },
      { value: "learning", label: words("Learning", "学習") },
      { value: "cooling", label: words("Hot and cold", "熱い・冷たい") },
    ],
  };
  return state.view === "learning" ? [tabs, ...learningControls(state)] : [tabs];
}

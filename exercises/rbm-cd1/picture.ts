import { definePicture, type Control, type Scene, type SceneEvent } from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import { oneUnit, unitCalls, unitChange, unitControls, unitStart } from "./picture/oneUnit.ts";
import { runCalls, runChange, runControls, runNext, runStart } from "./picture/run.ts";
import { sixteenStates } from "./picture/sixteenStates.ts";
import type { Drawing, State } from "./picture/state.ts";
import { toyCalls, toyChange, toyControls, toyNext, toyStart } from "./picture/toy.ts";
import { training } from "./picture/training.ts";
import type * as Starter from "./starter.ts";

const start: State = { view: "states", toy: toyStart, unit: unitStart, run: runStart };

/** Three pages: a machine whose states can be counted, one unit in every field, and a machine that learns patterns. */
export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, view: "unit" },
    { ...start, view: "unit", unit: unitChange(unitStart, { kind: "set", id: "reach", value: "far" }) },
    { ...start, view: "run" },
    { ...start, view: "run", run: runChange(runStart, { kind: "set", id: "patterns", value: "digits" }) },
  ],
  change,
  controls,
  calls: ({ view, toy, unit, run }, known) => {
    if (view === "unit") return unitCalls(unit);
    return view === "states" ? toyCalls(toy) : runCalls(run, known);
  },
  scene: (shown: Drawing): Scene => {
    const { view } = shown.state;
    if (view === "unit") return oneUnit(shown);
    return view === "states" ? sixteenStates(shown) : training(shown);
  },
  next,
});

function change(state: State, event: SceneEvent): State {
  if (event.kind === "set" && event.id === "view") {
    const view = event.value;
    return view === "states" || view === "unit" || view === "run" ? { ...state, view } : state;
  }
  switch (state.view) {
    case "states":
      return { ...state, toy: toyChange(state.toy, event) };
    case "unit":
      return { ...state, unit: unitChange(state.unit, event) };
    case "run":
      return { ...state, run: runChange(state.run, event) };
  }
}

function controls({ view, toy, unit, run }: State): readonly Control[] {
  const tabs: Control = {
    control: "views",
    id: "view",
    label: words("Views", "表示"),
    value: view,
    options: [
      { value: "states", label: words("Sixteen states", "16 の状態") },
      { value: "run", label: words("Learning patterns", "パターンを学ぶ") },
      { value: "unit", label: words("One unit", "1 個のユニット") },
    ],
  };
  if (view === "unit") return [tabs, ...unitControls(unit)];
  return [tabs, ...(view === "states" ? toyControls(toy) : runControls(run))];
}

function next(shown: Drawing): State | null | undefined {
  const { state, student } = shown;
  if (state.view === "unit") return undefined;
  if (state.view === "states") {
    const toy = toyNext(shown);
    return toy && { ...state, toy };
  }
  const run = runNext(state.run, student);
  return run && { ...state, run };
}

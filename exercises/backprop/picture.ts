import { definePicture, type Control, type SceneEvent } from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import { graphCalls } from "./picture/graphCalls.ts";
import { graphScene } from "./picture/graphScene.ts";
import {
  activationChoices,
  changeGraph,
  depth,
  graphControls,
  graphStart,
  lastStep,
  nextStep,
  withActivations,
  type GraphState,
} from "./picture/graphState.ts";
import { learningScene } from "./picture/learningScene.ts";
import {
  changeLearning,
  learningCalls,
  learningControls,
  learningStart,
  nextLearning,
  type LearningState,
} from "./picture/learningState.ts";
import type * as Starter from "./starter.ts";

/** Two pages, each with a state of its own: one pass through a small net number by number, and a net that learns. */
interface State {
  readonly view: "graph" | "learning";
  readonly graph: GraphState;
  readonly learning: LearningState;
}

const start: State = { view: "graph", graph: graphStart, learning: learningStart };

function change(state: State, event: SceneEvent): State {
  if (event.kind === "set" && event.id === "view")
    return { ...state, view: event.value === "learning" ? "learning" : "graph" };
  return state.view === "graph"
    ? { ...state, graph: changeGraph(state.graph, event) }
    : { ...state, learning: changeLearning(state.learning, event) };
}

function tabs({ view }: State): Control {
  return {
    control: "views",
    id: "view",
    label: words("Views", "表示"),
    options: [
      { value: "graph", label: words("Forward and back", "順伝播と逆伝播") },
      { value: "learning", label: words("Learning", "学習") },
    ],
    value: view,
  };
}

export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, graph: { ...graphStart, step: depth + 2, row: 1 } },
    { ...start, graph: { ...graphStart, step: lastStep - 1 } },
    { ...start, graph: withActivations(graphStart, activationChoices.length - 1) },
    { ...start, view: "learning" },
  ],
  change,
  controls: (state) => [
    tabs(state),
    ...(state.view === "graph" ? graphControls(state.graph) : learningControls(state.learning)),
  ],
  calls: ({ view, graph, learning }, known, player) =>
    view === "graph" ? graphCalls(graph, known, player) : learningCalls(learning, known, player),
  scene: (shown) =>
    shown.state.view === "graph"
      ? graphScene({ ...shown, state: shown.state.graph })
      : learningScene({ ...shown, state: shown.state.learning }),
  next: (shown) => {
    const { state } = shown;
    if (state.view === "graph") {
      const graph = nextStep(state.graph);
      return graph && { ...state, graph };
    }
    const learning = nextLearning({ ...shown, state: state.learning });
    return learning && { ...state, learning };
  },
});

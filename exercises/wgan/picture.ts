import { definePicture, type Control, type SceneEvent } from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import { critic, criticNext, type CriticState } from "./picture/critic.ts";
import { plane, type PlaneState } from "./picture/plane.ts";
import { transport, type TransportState } from "./picture/transport.ts";
import type * as Starter from "./starter.ts";

/** Three pages: the distance as work, a critic that learns to estimate it, and the penalty that keeps its slope. */
interface State {
  readonly view: "transport" | "critic" | "plane";
  readonly transport: TransportState;
  readonly critic: CriticState;
  readonly plane: PlaneState;
}

const start: State = {
  view: "transport",
  transport: transport.start,
  critic: critic.start,
  plane: plane.start,
};

const views = [
  { value: "transport", label: words("Moving earth", "土を運ぶ") },
  { value: "critic", label: words("A critic learns", "批評器が学ぶ") },
  { value: "plane", label: words("Slope and penalty", "傾きとペナルティ") },
] as const;

function change(state: State, event: SceneEvent): State {
  if (event.kind === "set" && event.id === "view") {
    const view = views.find(({ value }) => value === event.value)?.value;
    return view === undefined ? state : { ...state, view };
  }
  switch (state.view) {
    case "transport":
      return { ...state, transport: transport.change(state.transport, event) };
    case "critic":
      return { ...state, critic: critic.change(state.critic, event) };
    case "plane":
      return { ...state, plane: plane.change(state.plane, event) };
  }
}

function tabs({ view }: State): Control {
  return { control: "views", id: "view", label: words("Page", "ページ"), options: views, value: view };
}

export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, view: "critic" },
    { ...start, view: "plane" },
  ],
  change,
  controls: (state) => {
    switch (state.view) {
      case "transport":
        return [tabs(state), ...transport.controls(state.transport)];
      case "critic":
        return [tabs(state), ...critic.controls(state.critic)];
      case "plane":
        return [tabs(state), ...plane.controls(state.plane)];
    }
  },
  calls: (state, known, player) => {
    switch (state.view) {
      case "transport":
        return transport.calls(state.transport, known, player);
      case "critic":
        return critic.calls(state.critic, known, player);
      case "plane":
        return plane.calls(state.plane, known, player);
    }
  },
  scene: (shown) => {
    const { state } = shown;
    switch (state.view) {
      case "transport":
        return transport.scene({ ...shown, state: state.transport });
      case "critic":
        return critic.scene({ ...shown, state: state.critic });
      case "plane":
        return plane.scene({ ...shown, state: state.plane });
    }
  },
  next: (shown) => {
    const { state } = shown;
    if (state.view !== "critic") return undefined;
    const later = criticNext({ ...shown, state: state.critic });
    return later && { ...state, critic: later };
  },
});

import { definePicture, type Control, type SceneEvent } from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import { binary, type BinaryState } from "./picture/binary.ts";
import { joint } from "./picture/joint.ts";
import type { JointState } from "./picture/joint/state.ts";
import { pair, type PairState } from "./picture/pair.ts";
import type * as Starter from "./starter.ts";

/** Three pages: two distributions and their averages, the same for two outcomes as curves, and a table of two variables. */
interface State {
  readonly view: "pair" | "binary" | "joint";
  readonly pair: PairState;
  readonly binary: BinaryState;
  readonly joint: JointState;
}

const start: State = { view: "pair", pair: pair.start, binary: binary.start, joint: joint.start };

function change(state: State, event: SceneEvent): State {
  if (event.kind === "set" && event.id === "view") {
    const view = views.find(({ value }) => value === event.value)?.value;
    return view === undefined ? state : { ...state, view };
  }
  switch (state.view) {
    case "pair":
      return { ...state, pair: pair.change(state.pair, event) };
    case "binary":
      return { ...state, binary: binary.change(state.binary, event) };
    case "joint":
      return { ...state, joint: joint.change(state.joint, event) };
  }
}

const views = [
  { value: "pair", label: words("Surprise on average", "驚きの平均") },
  { value: "binary", label: words("Two outcomes", "結果が二つのとき") },
  { value: "joint", label: words("Two variables", "二つの変数") },
] as const;

function tabs({ view }: State): Control {
  return { control: "views", id: "view", label: words("Page", "ページ"), options: views, value: view };
}

export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, pair: pair.change(pair.start, { kind: "push", id: "never" }) },
    { ...start, pair: pair.change(pair.start, { kind: "push", id: "same" }) },
    { ...start, view: "binary" },
    { ...start, view: "joint" },
    { ...start, view: "joint", joint: joint.change(joint.start, { kind: "push", id: "follows" }) },
  ],
  change,
  controls: (state) => {
    switch (state.view) {
      case "pair":
        return [tabs(state), ...pair.controls(state.pair)];
      case "binary":
        return [tabs(state), ...binary.controls(state.binary)];
      case "joint":
        return [tabs(state), ...joint.controls(state.joint)];
    }
  },
  calls: (state) => {
    switch (state.view) {
      case "pair":
        return pair.calls(state.pair);
      case "binary":
        return binary.calls(state.binary);
      case "joint":
        return joint.calls(state.joint);
    }
  },
  scene: (shown) => {
    const { state } = shown;
    switch (state.view) {
      case "pair":
        return pair.scene({ ...shown, state: state.pair });
      case "binary":
        return binary.scene({ ...shown, state: state.binary });
      case "joint":
        return joint.scene({ ...shown, state: state.joint });
    }
  },
});

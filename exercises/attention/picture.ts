import { definePicture, type Control, type SceneEvent } from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import { heads, type HeadsState } from "./picture/heads.ts";
import { looking } from "./picture/looking.ts";
import type { LookingState } from "./picture/looking/state.ts";
import { shares, type SharesState } from "./picture/shares.ts";
import type * as Starter from "./starter.ts";

/** Three pages: one attention over a phrase, the softmax inside it, and several heads of a layer. */
interface State {
  readonly view: "looking" | "shares" | "heads";
  readonly looking: LookingState;
  readonly shares: SharesState;
  readonly heads: HeadsState;
}

const start: State = { view: "looking", looking: looking.start, shares: shares.start, heads: heads.start };

function change(state: State, event: SceneEvent): State {
  if (event.kind === "set" && event.id === "view") {
    const view = views.find(({ value }) => value === event.value)?.value;
    return view === undefined ? state : { ...state, view };
  }
  switch (state.view) {
    case "looking":
      return { ...state, looking: looking.change(state.looking, event) };
    case "shares":
      return { ...state, shares: shares.change(state.shares, event) };
    case "heads":
      return { ...state, heads: heads.change(state.heads, event) };
  }
}

const views = [
  { value: "looking", label: words("Who looks where", "誰がどこを見るか") },
  { value: "shares", label: words("Softmax", "ソフトマックス") },
  { value: "heads", label: words("Heads", "ヘッド") },
] as const;

function tabs({ view }: State): Control {
  return { control: "views", id: "view", label: words("Page", "ページ"), options: views, value: view };
}

export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, looking: { ...looking.start, mask: "causal", token: 3 } },
    { ...start, looking: { ...looking.start, mask: "blind", token: 2 } },
    { ...start, view: "shares" },
    { ...start, view: "shares", shares: { ...shares.start, shift: 10_000 } },
    { ...start, view: "heads" },
    { ...start, view: "heads", heads: { ...heads.start, heads: 4, mask: "causal" } },
  ],
  change,
  controls: (state) => {
    switch (state.view) {
      case "looking":
        return [tabs(state), ...looking.controls(state.looking)];
      case "shares":
        return [tabs(state), ...shares.controls(state.shares)];
      case "heads":
        return [tabs(state), ...heads.controls(state.heads)];
    }
  },
  calls: (state) => {
    switch (state.view) {
      case "looking":
        return looking.calls(state.looking);
      case "shares":
        return shares.calls(state.shares);
      case "heads":
        return heads.calls(state.heads);
    }
  },
  scene: (shown) => {
    const { state } = shown;
    switch (state.view) {
      case "looking":
        return looking.scene({ ...shown, state: state.looking });
      case "shares":
        return shares.scene({ ...shown, state: state.shares });
      case "heads":
        return heads.scene({ ...shown, state: state.heads });
    }
  },
});

import type { HandleMark, Panel, SceneEvent } from "#contract/scene.ts";
import { element } from "#webviews/kit/elements.ts";
import type { Frame } from "#webviews/plots/scales.ts";

interface Says {
  readonly label: string;
  readonly value: string;
  readonly more: string;
  readonly settled: boolean;
}

interface Place {
  readonly mark: HandleMark;
  readonly panel: Panel;
  readonly frame: Frame;
}

/** A thing to move. It follows the pointer at once; the picture follows it as fast as it can be drawn. */
export class Handle {
  readonly element: HTMLElement;
  readonly #tell: (event: SceneEvent) => void;
  #place: Place;
  #grabbed = false;
  /** Moved since the last frame that knows of everything. */
  #ahead = false;

  constructor(place: Place, tell: (event: SceneEvent) => void) {
    this.#tell = tell;
    this.#place = place;
    this.element = element("div", { tabindex: "0", role: "slider" });
    this.element.dataset["handle"] = place.mark.id;
    this.#listen();
  }

  /** Where it is by the newest frame; a frame that does not know of the last move knows worse. */
  show(place: Place, says: Says): void {
    this.#ahead &&= !says.settled;
    const { x, y } = this.#place.mark;
    this.#place = this.#ahead ? { ...place, mark: { ...place.mark, x, y } } : place;
    const { mark, frame } = this.#place;
    this.element.className = `handle shape-${mark.shape ?? "point"} ink-${mark.ink ?? "data"} moves-${mark.moves}`;
    this.element.setAttribute("aria-label", says.label);
    this.element.setAttribute("aria-valuetext", says.value);
    const [low, high, now] =
      mark.moves === "y" ? [...rangeOf(this.#place, "y"), mark.y] : [...rangeOf(this.#place, "x"), mark.x];
    this.element.setAttribute("aria-valuemin", String(Math.min(low, high)));
    this.element.setAttribute("aria-valuemax", String(Math.max(low, high)));
    this.element.setAttribute("aria-valuenow", String(now));
    this.element.title = [says.label, says.more].filter((text) => text !== "").join("\n");
    if (!this.#grabbed) this.#put(frame.x(mark.x), frame.y(mark.y));
  }

  #put(x: number, y: number): void {
    this.element.hidden = !Number.isFinite(x) || !Number.isFinite(y);
    this.element.style.setProperty("transform", `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`);
  }

  #listen(): void {
    const { element: own } = this;
    own.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      own.setPointerCapture(event.pointerId);
      own.focus({ preventScroll: true });
      this.#grabbed = true;
      event.preventDefault();
    });
    own.addEventListener("pointermove", (event) => {
      if (this.#grabbed) this.#moveTo(this.#under(event));
    });
    const release = (): void => {
      this.#grabbed = false;
    };
    own.addEventListener("pointerup", release);
    own.addEventListener("lostpointercapture", release);
    own.addEventListener("dblclick", () => {
      this.#remove();
    });
    own.addEventListener("keydown", (event) => {
      if (this.#press(event.key, event.shiftKey ? 10 : 1)) event.preventDefault();
    });
  }

  #under(event: PointerEvent): readonly [number, number] {
    const stage = this.element.parentElement?.getBoundingClientRect();
    const { x, y } = this.#place.frame;
    return [x.invert(event.clientX - (stage?.left ?? 0)), y.invert(event.clientY - (stage?.top ?? 0))];
  }

  #press(key: string, times: number): boolean {
    const { mark } = this.#place;
    const [dx, dy] = steps[key] ?? [0, 0];
    if (dx !== 0 || dy !== 0) {
      // on one axis both pairs of arrows move it
      const along = mark.moves === "x" ? [dx || dy, 0] : mark.moves === "y" ? [0, dy || dx] : [dx, dy];
      const by = mark.step * times;
      this.#moveTo([mark.x + (along[0] ?? 0) * by, mark.y + (along[1] ?? 0) * by]);
      return true;
    }
    if (key !== "Delete" && key !== "Backspace") return false;
    this.#remove();
    return mark.removable === true;
  }

  #moveTo([wantedX, wantedY]: readonly [number, number]): void {
    const { mark, frame } = this.#place;
    const x = mark.moves === "y" ? mark.x : within(wantedX, rangeOf(this.#place, "x"));
    const y = mark.moves === "x" ? mark.y : within(wantedY, rangeOf(this.#place, "y"));
    this.#put(frame.x(x), frame.y(y));
    this.#place = { ...this.#place, mark: { ...mark, x, y } };
    this.#ahead = true;
    this.#tell({ kind: "drag", id: mark.id, x, y });
  }

  #remove(): void {
    const { mark } = this.#place;
    if (mark.removable === true) this.#tell({ kind: "remove", id: mark.id });
  }
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function rangeOf({ mark, panel }: Place, axis: "x" | "y"): readonly [number, number] {
  return mark.range?.[axis] ?? panel[axis].domain;
}

function within(value: number, [one, other]: readonly [number, number]): number {
  return Math.max(Math.min(one, other), Math.min(Math.max(one, other), value));
}

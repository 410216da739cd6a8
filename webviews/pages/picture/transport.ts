import { restart, type Frame } from "#contract/scene.ts";
import { button, element } from "#webviews/kit/elements.ts";
import type { Say } from "#webviews/plots/scales.ts";
import type { Conversation } from "./conversation.ts";
import type { Words } from "./words.ts";

/** Where less motion is asked for, a run goes one step in this time instead of flowing. */
const CALM_MS = 700;

/** Play, pause, one step, from the start; and how far the run is. */
export class Transport {
  readonly element: HTMLElement;
  readonly #conversation: Conversation;
  readonly #play = button({ class: "primary", "data-control": "play" }, "", () => {
    this.#run(!this.#playing);
  });
  readonly #step = button({ "data-control": "step" }, "", () => {
    this.#run(false);
    this.#conversation.advance();
  });
  readonly #restart = button({ "data-control": "restart" }, "", () => {
    this.#run(false);
    this.#conversation.tell({ kind: "push", id: restart });
  });
  readonly #progress = element("progress");
  readonly #text = element("span");
  #playing = false;
  #words: Words | undefined;
  #stepMs = 33;
  #timer: number | undefined;

  constructor(conversation: Conversation) {
    this.#conversation = conversation;
    this.element = element(
      "div",
      { class: "transport" },
      this.#play,
      this.#step,
      this.#restart,
      this.#progress,
      this.#text,
    );
  }

  /** After each frame; while it plays, the next one is asked for in time. */
  show({ next, scene: { progress } }: Frame, words: Words, say: Say): void {
    this.#words = words;
    this.element.hidden = next === undefined;
    if (next == null) this.#playing = false;
    this.#stepMs = progress?.stepMs ?? 33;
    this.#step.disabled = next == null;
    this.#play.disabled = next == null;
    this.#step.textContent = words.step;
    this.#restart.textContent = words.restart;
    this.#progress.hidden = progress === undefined;
    if (progress !== undefined) [this.#progress.max, this.#progress.value] = [progress.of, progress.value];
    const text = progress === undefined ? "" : say(progress.text);
    this.#text.textContent = text;
    this.#progress.setAttribute("aria-label", text);
    this.#name();
    this.#schedule();
  }

  #run(playing: boolean): void {
    this.#playing = playing;
    this.#name();
    this.#schedule();
  }

  #name(): void {
    this.#play.textContent = (this.#playing ? this.#words?.pause : this.#words?.play) ?? "";
  }

  #schedule(): void {
    window.clearTimeout(this.#timer);
    if (!this.#playing) return;
    const calm =
      matchMedia("(prefers-reduced-motion: reduce)").matches ||
      document.body.classList.contains("vscode-reduce-motion");
    this.#timer = window.setTimeout(
      () => {
        window.requestAnimationFrame(() => {
          if (this.#playing) this.#conversation.advance();
        });
      },
      calm ? CALM_MS : Math.max(0, this.#stepMs - 16),
    );
  }
}

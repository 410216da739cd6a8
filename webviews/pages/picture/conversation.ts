import type { Frame, SceneEvent } from "#contract/scene.ts";
import type { FromPicture } from "#webviews/protocol/picture.ts";

interface Ears {
  readonly say: (message: FromPicture) => void;
  /** A frame; settled if nothing has happened since that it does not know of. */
  readonly show: (frame: Frame, settled: boolean) => void;
  readonly fault: (message: string) => void;
}

/**
 * Asks for frames, one at a time: what a person does meanwhile waits, and of a drag only the latest place does. The
 * picture's state is kept here and given back with every question, so that an engine which starts anew goes on.
 */
export class Conversation {
  readonly #ears: Ears;
  #state: unknown;
  #next: unknown;
  #waiting: SceneEvent[] = [];
  #asked: { readonly ticket: number; readonly events: readonly SceneEvent[] } | undefined;
  #ticket = 0;
  #old = false;

  constructor(state: unknown, ears: Ears) {
    this.#state = state;
    this.#ears = ears;
  }

  get state(): unknown {
    return this.#state;
  }

  /** Something happened to the picture. */
  tell(event: SceneEvent): void {
    const last = this.#waiting.at(-1);
    const moved = event.kind === "drag" || event.kind === "set";
    if (moved && last?.kind === event.kind && last.id === event.id) this.#waiting.pop();
    this.#waiting.push(event);
    this.#ask();
  }

  /** What is shown is old: the code behind it is another one. */
  renew(): void {
    this.#old = true;
    this.#ask();
  }

  /** One step of a run. */
  advance(): void {
    if (this.#asked !== undefined || this.#next == null) return;
    this.#state = this.#next;
    this.renew();
  }

  hear(ticket: number, frame: Frame): void {
    if (this.#asked?.ticket !== ticket) return;
    this.#asked = undefined;
    this.#state = frame.state;
    this.#next = frame.next;
    this.#ears.show(frame, this.#waiting.length === 0);
    if (this.#waiting.length > 0 || this.#old) this.#ask();
  }

  /** A draw that a newer text displaced is asked again, with what had happened; one that failed waits for a change. */
  drop(ticket: number, message: string | null): void {
    if (this.#asked?.ticket !== ticket) return;
    this.#waiting = [...this.#asked.events, ...this.#waiting];
    this.#asked = undefined;
    if (message !== null) this.#ears.fault(message);
    else this.renew();
  }

  #ask(): void {
    if (this.#asked !== undefined) return;
    this.#old = false;
    this.#asked = { ticket: ++this.#ticket, events: this.#waiting };
    this.#waiting = [];
    const { ticket, events } = this.#asked;
    this.#ears.say({ type: "draw", ticket, state: this.#state, events });
  }
}

import { l10n } from "vscode";

interface Count {
  readonly done: number;
  readonly total: number;
}

/** How a class gets on, in words: what is done, how quickly, and what that leaves. */
export class Pace {
  #first: (Count & { readonly atMs: number }) | undefined;
  #shown = 0;

  note(count: Count, atMs: number): { readonly message: string; readonly increment: number } {
    this.#first ??= { ...count, atMs };
    const { done, total } = count;
    const percent = total === 0 ? 100 : (100 * done) / total;
    const increment = Math.max(0, percent - this.#shown);
    this.#shown += increment;
    const seconds = (atMs - this.#first.atMs) / 1000;
    const doneHere = done - this.#first.done;
    if (doneHere <= 0 || seconds <= 0)
      return { message: l10n.t("{0} of {1} graded", done, total), increment };
    const rate = doneHere / seconds;
    const message = l10n.t(
      "{0} of {1} graded, {2} a second, {3} left",
      done,
      total,
      rate.toFixed(1),
      duration((total - done) / rate),
    );
    return { message, increment };
  }
}

function duration(seconds: number): string {
  return seconds < 90 ? l10n.t("{0} s", Math.ceil(seconds)) : l10n.t("{0} min", Math.round(seconds / 60));
}

import { l10n, window, type LogOutputChannel } from "vscode";
import type { ClassEvent } from "#serve/client/classEvents.ts";

/** So many are named in a notice; the log has all of them. */
const namedAtMost = 3;

/** What a run has to say besides its report. It is told when the run is over, once for all whom it concerns. */
export class RunNotes {
  readonly #troubled: Extract<ClassEvent, { type: "troubled" }>[] = [];
  readonly #givenUp: string[] = [];
  readonly #strays: string[] = [];

  note(event: ClassEvent): void {
    if (event.type === "troubled") this.#troubled.push(event);
    if (event.type === "given-up") this.#givenUp.push(`${event.student}, ${event.exercise}`);
    if (event.type === "stray-comment") this.#strays.push(event.place);
  }

  tell(log: LogOutputChannel): void {
    for (const text of [this.#ofTroubled(), this.#ofGivenUp(), this.#ofStrays()])
      if (text !== undefined) void warn(text, log);
  }

  #ofTroubled(): string | undefined {
    const [first, ...others] = this.#troubled;
    if (first === undefined) return undefined;
    if (others.length > 0)
      return l10n.t(
        "{0} students have no grade, through no fault of their submissions': {1}. Grading once more tries again.",
        this.#troubled.length,
        namesOf(this.#troubled.map(({ student }) => student)),
      );
    return l10n.t(
      "{0} has no grade, through no fault of the submission's: {1}. Grading once more tries again.",
      first.student,
      first.reason,
    );
  }

  #ofGivenUp(): string | undefined {
    if (this.#givenUp.length === 0) return undefined;
    return l10n.t(
      "Graded as ungradable, because the grader has died over each of these files again and again: {0}. Look at them; `gradus regrade` on the command line tries them again.",
      namesOf(this.#givenUp),
    );
  }

  #ofStrays(): string | undefined {
    if (this.#strays.length === 0) return undefined;
    return l10n.t(
      "Comments that reach nobody, because what they are about is not in this class: {0}.",
      namesOf(this.#strays),
    );
  }
}

function namesOf(all: readonly string[]): string {
  const named = all.slice(0, namedAtMost).join("; ");
  const more = all.length - namedAtMost;
  return more > 0 ? l10n.t("{0} and {1} more", named, more) : named;
}

async function warn(text: string, log: LogOutputChannel): Promise<void> {
  const showLog = l10n.t("Show Log");
  if ((await window.showWarningMessage(text, showLog)) === showLog) log.show();
}

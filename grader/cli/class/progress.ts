import type { Progress } from "#classroom/gradeClass.ts";

const barCells = 24;
const redrawMs = 100;
const lineMs = 10_000;

/** Shows how far a class is: a bar on a terminal, a line now and then elsewhere. */
export class ProgressDisplay {
  readonly #stream: NodeJS.WriteStream;
  readonly #startMs = performance.now();
  #startDone: number | undefined;
  #shownMs = -Infinity;
  #isDrawn = false;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  readonly show = (progress: Progress): void => {
    this.#startDone ??= progress.done;
    const nowMs = performance.now();
    const isLast = progress.done === progress.total;
    const { isTTY } = this.#stream;
    if (!isLast && nowMs - this.#shownMs < (isTTY ? redrawMs : lineMs)) return;
    this.#shownMs = nowMs;
    const text = describe(progress, progress.done - this.#startDone, (nowMs - this.#startMs) / 1000);
    this.#stream.write(isTTY ? `\r\u001b[K${bar(progress)} ${text}` : `${text}\n`);
    this.#isDrawn = isTTY;
  };

  /** Leaves the bar where it is and goes on below it. */
  end(): void {
    if (this.#isDrawn) this.#stream.write("\n");
    this.#isDrawn = false;
  }
}

/** "310 of 1000, 24.1 a second, 29 s left". */
export function describe({ done, total }: Progress, doneHere: number, seconds: number): string {
  const head = `${String(done)} of ${String(total)} graded`;
  if (doneHere === 0 || seconds <= 0) return head;
  const rate = doneHere / seconds;
  const left = done === total ? "" : `, ${duration((total - done) / rate)} left`;
  return `${head}, ${rate.toFixed(1)} a second${left}`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${String(Math.ceil(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${String(minutes)} min` : `${(minutes / 60).toFixed(1)} h`;
}

function bar({ done, total }: Progress): string {
  const filled = total === 0 ? barCells : Math.floor((done / total) * barCells);
  return `[${"#".repeat(filled)}${".".repeat(barCells - filled)}]`;
}

import type { CallLimits } from "#contract/sandbox.ts";
import { readUsage } from "./usage.ts";

export interface DeadlineOptions {
  /** The process to measure; undefined while it is not known, or where only wall time can be had. */
  readonly pid: () => number | undefined;
  readonly limits: CallLimits;
  readonly memoryMb: number;
  readonly onExceeded: (what: "timeout" | "memory") => void;
}

/**
 * Watches one request. CPU time counts where the system tells it, so that a busy machine costs nobody a mark; the
 * wall-clock backstop catches what sleeps. Usage is looked at on a timer, never per reply: fast calls pay nothing.
 */
export class Deadline {
  readonly #options: DeadlineOptions;
  #timer: NodeJS.Timeout | undefined;
  #caseStart = performance.now();
  #cpuStart: number | undefined;

  constructor(options: DeadlineOptions) {
    this.#options = options;
  }

  start(): void {
    this.nextCase();
    const interval = Math.min(50, Math.max(5, this.#options.limits.cpuMs / 4));
    this.#timer = setInterval(() => {
      this.#look();
    }, interval);
  }

  /** The next case has the whole limit again. Its CPU time counts from the next look on: one interval too little at most. */
  nextCase(): void {
    this.#caseStart = performance.now();
    this.#cpuStart = undefined;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { pid, limits, memoryMb, onExceeded } = this.#options;
    const usage = readUsage(pid());
    const wallMs = performance.now() - this.#caseStart;
    if (usage && usage.residentMb > memoryMb) {
      onExceeded("memory");
    } else if (wallMs > (usage ? 10 * limits.cpuMs + 2000 : limits.cpuMs)) {
      onExceeded("timeout");
    } else if (usage && this.#cpuStart === undefined) {
      this.#cpuStart = usage.cpuMs;
    } else if (usage && usage.cpuMs - (this.#cpuStart ?? 0) > limits.cpuMs) {
      onExceeded("timeout");
    }
  }
}

import type { Packaged } from "./packaged.ts";

/** One file `<name>.bench.ts` exports one of these. All its figures come from one run, the things compared taking turns. */
export interface Benchmark {
  /** Takes long or needs much: runs only when it is named. */
  readonly onlyByName?: true;
  readonly measure: (packaged: Packaged) => Promise<Table>;
}

export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What is to be known of the figures: devices, what could not be measured and why. */
  readonly notes?: readonly string[];
}

export interface Row {
  readonly what: string;
  readonly unit: "ms" | "MB" | "/s";
  readonly p50: number;
  readonly p95: number | null;
  /** Against the row that the others are measured by, of the same run. */
  readonly ratio?: { readonly to: string; readonly p50: number; readonly p95: number | null };
  readonly target?: { readonly text: string; readonly met: boolean };
}

/** The `share` quantile of the samples, between the two nearest. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** A row without a target. */
export function summarise(what: string, samples: readonly number[]): Row {
  return { what, unit: "ms", p50: quantile(samples, 0.5), p95: quantile(samples, 0.95) };
}

/** A row measured by another one: p50 by its p50, p95 by its p95. */
export function compared(row: Row, to: Row): Row {
  const p95 = row.p95 === null || to.p95 === null ? null : row.p95 / to.p95;
  return { ...row, ratio: { to: to.what, p50: row.p50 / to.p50, p95 } };
}

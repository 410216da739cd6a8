import { words } from "#sdk/plot.ts";
import type { TestFunction } from "../starter.ts";

export const names = [
  { value: "polynomial", label: words("polynomial", "polynomial") },
  { value: "rosenbrock", label: words("rosenbrock", "rosenbrock") },
  { value: "logSumExp", label: words("logSumExp", "logSumExp") },
] as const;

export function nameIn(value: number | string | boolean): TestFunction | null {
  return names.find((one) => one.value === value)?.value ?? null;
}

/** The landscape that the picture draws: the functions that the starter gives. */
export function heightOf(name: TestFunction, x: readonly number[]): number {
  switch (name) {
    case "polynomial":
      return x.reduce((sum, value) => sum + (value ** 2 - 1) ** 2, 0);
    case "rosenbrock":
      return valley(x).reduce(
        (sum, { here, next }) => sum + 100 * (next - here ** 2) ** 2 + (1 - here) ** 2,
        0,
      );
    case "logSumExp": {
      const most = Math.max(...x);
      return most + Math.log(x.reduce((sum, value) => sum + Math.exp(value - most), 0));
    }
  }
}

/** Its gradient as a person would derive it: what the tangent shows. */
export function slopesOf(name: TestFunction, x: readonly number[]): number[] {
  switch (name) {
    case "polynomial":
      return x.map((value) => 4 * value * (value ** 2 - 1));
    case "rosenbrock":
      return x.map((_, i) => valleySlope(x, i));
    case "logSumExp": {
      const height = heightOf(name, x);
      return x.map((value) => Math.exp(value - height));
    }
  }
}

function valley(x: readonly number[]): readonly { readonly here: number; readonly next: number }[] {
  return x.slice(1).map((next, i) => ({ here: x[i] ?? 0, next }));
}

function valleySlope(x: readonly number[], i: number): number {
  const [before, here = 0, next] = [x[i - 1], x[i], x[i + 1]];
  const ahead = next === undefined ? 0 : -400 * here * (next - here ** 2) - 2 * (1 - here);
  return ahead + (before === undefined ? 0 : 200 * (here - before ** 2));
}

/** The same place with coordinate `i` at `value`. */
export function moved(x: readonly number[], i: number, value: number): number[] {
  return x.map((old, j) => (j === i ? value : old));
}

/** A student's attempt, for the demo: differences to one side, a gradient that follows from them, and a sum below the fraction. */

export type TestFunction = "polynomial" | "rosenbrock" | "logSumExp";

function valueOf(name: TestFunction, x: number[]): number {
  switch (name) {
    case "polynomial":
      return x.reduce((sum, value) => sum + (value ** 2 - 1) ** 2, 0);
    case "rosenbrock":
      return x.slice(1).reduce((sum, next, i) => {
        const here = x[i] ?? 0;
        return sum + 100 * (next - here ** 2) ** 2 + (1 - here) ** 2;
      }, 0);
    case "logSumExp": {
      const most = Math.max(...x);
      return most + Math.log(x.reduce((sum, value) => sum + Math.exp(value - most), 0));
    }
  }
}

export function centralDifference(name: TestFunction, x: number[], h: number): number[] {
  return x.map((_, i) => slope(name, x, i, h));
}

export function stepSize(x: number[]): number[] {
  return x.map((value) => Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(value)));
}

export function numericGradient(name: TestFunction, x: number[]): number[] {
  return stepSize(x).map((h, i) => slope(name, x, i, h));
}

export function relativeError(a: number[], b: number[]): number {
  const difference = a.map((value, i) => value - b[i]);
  return Math.hypot(...difference) / Math.max(Math.hypot(...a) + Math.hypot(...b), 1e-12);
}

/** The difference by coordinate i. */
function slope(name: TestFunction, x: number[], i: number, h: number): number {
  return (valueOf(name, x.with(i, x[i] + h)) - valueOf(name, x)) / h;
}

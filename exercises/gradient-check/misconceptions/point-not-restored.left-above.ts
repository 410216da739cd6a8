/** Leaves every coordinate h above where it was. */

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
  const y = [...x];
  return x.map((value, i) => {
    y[i] = value - h;
    const first = valueOf(name, y);
    y[i] = value + h;
    const second = valueOf(name, y);
    return (second - first) / (2 * h);
  });
}

export function stepSize(x: number[]): number[] {
  return x.map((value) => Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(value)));
}

export function numericGradient(name: TestFunction, x: number[]): number[] {
  return stepSize(x).map((h, i) => slope(name, x, i, h));
}

export function relativeError(a: number[], b: number[]): number {
  const difference = a.map((value, i) => value - b[i]);
  return Math.hypot(...difference) / Math.max(Math.hypot(...a), Math.hypot(...b), 1e-12);
}

/** The central difference by coordinate i alone. */
function slope(name: TestFunction, x: number[], i: number, h: number): number {
  const above = valueOf(name, x.with(i, x[i] + h));
  const below = valueOf(name, x.with(i, x[i] - h));
  return (above - below) / (2 * h);
}

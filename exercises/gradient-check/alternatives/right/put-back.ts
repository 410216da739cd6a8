/** Moves a copy and puts the old number back, whatever happens. */

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

function withMoved<T>(y: number[], i: number, by: number, run: () => T): T {
  const kept = y[i];
  try {
    y[i] = kept + by;
    return run();
  } finally {
    y[i] = kept;
  }
}

function differences(name: TestFunction, x: number[], steps: number[]): number[] {
  const y = [...x];
  const value = (): number => valueOf(name, y);
  return steps.map((h, i) => (withMoved(y, i, h, value) - withMoved(y, i, -h, value)) / (2 * h));
}

export function centralDifference(name: TestFunction, x: number[], h: number): number[] {
  return differences(name, x, new Array<number>(x.length).fill(h));
}

export function stepSize(x: number[]): number[] {
  const steps = x.map(Math.abs);
  for (const i of steps.keys()) steps[i] = Math.cbrt(Number.EPSILON) * Math.max(steps[i], 1);
  return steps;
}

export function numericGradient(name: TestFunction, x: number[]): number[] {
  return differences(name, x, stepSize(x));
}

export function relativeError(a: number[], b: number[]): number {
  const norms = [a, b].map((v) => Math.hypot(...v));
  return Math.hypot(...a.map((value, i) => value - b[i])) / Math.max(...norms, 1e-12);
}

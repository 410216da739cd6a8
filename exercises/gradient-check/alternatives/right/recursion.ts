/** One coordinate after the other by recursion. */

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

function slopes(name: TestFunction, before: number[], [value, ...after]: number[], [h, ...steps]: number[]): number[] {
  if (value === undefined || h === undefined) return [];
  const f = (moved: number): number => valueOf(name, before.concat(moved, after));
  return [(f(value + h) - f(value - h)) / (2 * h), ...slopes(name, [...before, value], after, steps)];
}

export function centralDifference(name: TestFunction, x: number[], h: number): number[] {
  return slopes(
    name,
    [],
    x,
    x.map(() => h),
  );
}

export function stepSize(x: number[]): number[] {
  if (x.length === 0) return [];
  const [value, ...others] = x;
  return [Math.cbrt(Number.EPSILON) * Math.max(1, value, -value), ...stepSize(others)];
}

export function numericGradient(name: TestFunction, x: number[]): number[] {
  return slopes(name, [], x, stepSize(x));
}

function squares([value, ...others]: number[]): number {
  return value === undefined ? 0 : value * value + squares(others);
}

export function relativeError(a: number[], b: number[]): number {
  const gap = Math.sqrt(squares(a.map((value, i) => value - b[i])));
  return gap / Math.max(Math.sqrt(Math.max(squares(a), squares(b))), 1e-12);
}

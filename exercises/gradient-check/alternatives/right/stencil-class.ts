/** A stencil is an object with places and weights. */

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

class Stencil {
  readonly places: readonly number[];
  readonly weights: readonly number[];
  constructor(places: readonly number[], weights: readonly number[]) {
    this.places = places;
    this.weights = weights;
  }
  apply(f: (offset: number) => number, h: number): number {
    return this.places.reduce((sum, place, k) => sum + this.weights[k] * f(place * h), 0) / h;
  }
}

const central = new Stencil([1, -1], [0.5, -0.5]);

export function centralDifference(name: TestFunction, x: number[], h: number): number[] {
  return x.map((_, i) =>
    central.apply((offset) => {
      const point = x.slice();
      point[i] += offset;
      return valueOf(name, point);
    }, h),
  );
}

export function stepSize(x: number[]): number[] {
  return x.map(Math.abs).map((size) => Math.cbrt(Number.EPSILON) * (size >= 1 ? size : 1));
}

export function numericGradient(name: TestFunction, x: number[]): number[] {
  const steps = stepSize(x);
  const rows = steps.map((h) => centralDifference(name, x, h));
  return rows.map((row, i) => row[i]);
}

export function relativeError(a: number[], b: number[]): number {
  const largest = Math.max(...a.map(Math.abs), ...b.map(Math.abs));
  if (largest === 0) return 0;
  // lengths in units of the largest entry, which no square can overflow
  const length = (v: number[]): number => largest * Math.sqrt(v.reduce((sum, value) => sum + (value / largest) ** 2, 0));
  return length(a.map((value, i) => value - b[i])) / Math.max(length(a), length(b), 1e-12);
}

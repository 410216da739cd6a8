/** Adds multiples of the rows of the identity. */

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

function plus(x: number[], s: number, direction: number[]): number[] {
  return x.map((value, i) => value + s * direction[i]);
}

function basis(dim: number): number[][] {
  return Array.from({ length: dim }, (_, i) => Array.from({ length: dim }, (__, j) => Number(i === j)));
}

export function centralDifference(name: TestFunction, x: number[], h: number): number[] {
  return basis(x.length).map((e) => {
    const rise = valueOf(name, plus(x, h, e)) - valueOf(name, plus(x, -h, e));
    return rise / (2 * h);
  });
}

export function stepSize(x: number[]): number[] {
  const cubeRoot = Math.exp(Math.log(Number.EPSILON) / 3);
  return x.map((value) => (Math.abs(value) > 1 ? cubeRoot * Math.abs(value) : cubeRoot));
}

export function numericGradient(name: TestFunction, x: number[]): number[] {
  return stepSize(x).map((h, i) => centralDifference(name, x, h)[i]);
}

export function relativeError(a: number[], b: number[]): number {
  const norm = (v: number[]): number => Math.hypot(...v);
  const scale = [norm(a), norm(b), 1e-12].sort((s, t) => t - s)[0];
  return norm(plus(a, -1, b)) / scale;
}

// wrong: centralDifference: half-steps

type TestFunction = "polynomial" | "rosenbrock" | "logSumExp";

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

const nudge = (x: number[], i: number, by: number): number[] => x.map((v, j) => (i === j ? v + by : v));
const norm = (v: number[]): number => Math.sqrt(v.reduce((s, t) => s + t * t, 0));

export const centralDifference = (name: TestFunction, x: number[], h: number): number[] =>
  x.map((_, i) => (valueOf(name, nudge(x, i, h / 2)) - valueOf(name, nudge(x, i, -h / 2))) / h);

const partial = (name: TestFunction, x: number[], i: number, h: number): number =>
  (valueOf(name, nudge(x, i, h)) - valueOf(name, nudge(x, i, -h))) / h / 2;

export const stepSize = (x: number[]): number[] => x.map((v) => Math.cbrt(2 ** -52) * Math.max(Math.abs(v), 1));

export const numericGradient = (name: TestFunction, x: number[]): number[] =>
  stepSize(x).map((h, i) => partial(name, x, i, h));

export const relativeError = (a: number[], b: number[]): number =>
  norm(a.map((v, i) => v - b[i])) / Math.max(norm(a), norm(b), 1e-12);

/** The function along one coordinate as a function of one number. */

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

const along =
  (name: TestFunction, x: number[], i: number) =>
  (t: number): number =>
    valueOf(name, [...x.slice(0, i), t, ...x.slice(i + 1)]);

const central = (f: (t: number) => number, t: number, h: number): number => (0.5 / h) * (f(t + h) - f(t - h));
const length = (v: number[]): number => Math.sqrt(v.map((value) => value ** 2).reduce((s, t) => s + t, 0));

export const centralDifference = (name: TestFunction, x: number[], h: number): number[] =>
  x.map((value, i) => central(along(name, x, i), value, h));

export const stepSize = (x: number[]): number[] => x.map((value) => 2 ** (-52 / 3) * Math.max(Math.abs(value), 1));

export const numericGradient = (name: TestFunction, x: number[]): number[] => {
  const steps = stepSize(x);
  return x.map((value, i) => central(along(name, x, i), value, steps[i]));
};

export const relativeError = (a: number[], b: number[]): number =>
  length(a.map((value, i) => value - b[i])) / Math.max(1e-12, length(a), length(b));

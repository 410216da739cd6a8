/** The mean of the difference ahead and the difference behind. */

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

function ahead(name: TestFunction, x: number[], i: number, h: number): number {
  const y = [...x];
  y[i] += h;
  return (valueOf(name, y) - valueOf(name, x)) / h;
}

export function centralDifference(name: TestFunction, x: number[], h: number): number[] {
  return x.map((_, i) => (ahead(name, x, i, h) + ahead(name, x, i, -h)) / 2);
}

export function stepSize(x: number[]): number[] {
  return x.map((value) => Math.max(Math.cbrt(Number.EPSILON), Math.abs(Math.cbrt(Number.EPSILON) * value)));
}

export function numericGradient(name: TestFunction, x: number[]): number[] {
  return stepSize(x).map((h, i) => (ahead(name, x, i, h) + ahead(name, x, i, -h)) / 2);
}

export function relativeError(a: number[], b: number[]): number {
  const norm = (v: number[]): number => v.reduce((length, value) => Math.hypot(length, value), 0);
  const larger = Math.max(norm(a), norm(b));
  return norm(a.map((value, i) => b[i] - value)) / Math.max(larger, 1e-12);
}

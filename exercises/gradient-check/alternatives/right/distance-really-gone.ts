/** Divides by the distance between the two places as they were rounded. */

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
  return x.map((value, i) => quotient(name, x, i, [value - h, value + h]));
}

function quotient(name: TestFunction, x: number[], i: number, [low, high]: [number, number]): number {
  const at = (place: number): number => valueOf(name, Object.assign([], x, { [i]: place }));
  return (at(high) - at(low)) / (high - low);
}

export function stepSize(x: number[]): number[] {
  const eps = 2 ** -52;
  return x.map((value) => {
    const size = Math.abs(value);
    return size > 1 ? Math.cbrt(eps) * size : Math.cbrt(eps);
  });
}

export function numericGradient(name: TestFunction, x: number[]): number[] {
  const steps = stepSize(x);
  return x.map((value, i) => quotient(name, x, i, [value - steps[i], value + steps[i]]));
}

export function relativeError(a: number[], b: number[]): number {
  const dot = (u: number[], v: number[]): number => u.reduce((sum, value, i) => sum + value * v[i], 0);
  const c = a.map((value, i) => value - b[i]);
  return Math.sqrt(dot(c, c)) / Math.max(Math.sqrt(dot(a, a)), Math.sqrt(dot(b, b)), 1e-12);
}

/** Coordinates and their slopes are yielded one by one. */

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

function* slopesOf(name: TestFunction, x: number[], steps: Iterable<number>): Generator<number> {
  let i = 0;
  for (const h of steps) {
    const values = [h, -h].map((by) => valueOf(name, x.with(i, x[i] + by)));
    yield (values[0] - values[1]) / (2 * h);
    i++;
  }
}

function* repeated(h: number, count: number): Generator<number> {
  for (let k = 0; k < count; k++) yield h;
}

function* stepsOf(x: number[]): Generator<number> {
  for (const value of x) yield Math.max(1, Math.sqrt(value * value)) * Math.cbrt(Number.EPSILON);
}

export function centralDifference(name: TestFunction, x: number[], h: number): number[] {
  return [...slopesOf(name, x, repeated(h, x.length))];
}

export function stepSize(x: number[]): number[] {
  return [...stepsOf(x)];
}

export function numericGradient(name: TestFunction, x: number[]): number[] {
  return [...slopesOf(name, x, stepsOf(x))];
}

export function relativeError(a: number[], b: number[]): number {
  const total = (values: Iterable<number>): number => {
    let sum = 0;
    for (const value of values) sum += value ** 2;
    return sum ** 0.5;
  };
  const denominator = Math.max(total(a), total(b));
  return total(a.map((value, i) => value - b[i])) / (denominator < 1e-12 ? 1e-12 : denominator);
}

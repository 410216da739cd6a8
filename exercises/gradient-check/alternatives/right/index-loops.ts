/** A copy of x for each of the two places, in index loops. */

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
  const slopes: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const up: number[] = [];
    const down: number[] = [];
    for (let j = 0; j < x.length; j++) {
      up.push(j === i ? x[j] + h : x[j]);
      down.push(j === i ? x[j] - h : x[j]);
    }
    slopes.push((valueOf(name, up) - valueOf(name, down)) / h / 2);
  }
  return slopes;
}

export function stepSize(x: number[]): number[] {
  const root = Number.EPSILON ** (1 / 3);
  const steps: number[] = [];
  for (let i = 0; i < x.length; i++) {
    let size = x[i];
    if (size < 0) size = -size;
    if (size < 1) size = 1;
    steps[i] = root * size;
  }
  return steps;
}

export function numericGradient(name: TestFunction, x: number[]): number[] {
  const steps = stepSize(x);
  const gradient: number[] = [];
  for (let i = 0; i < x.length; i++) gradient[i] = centralDifference(name, x, steps[i])[i];
  return gradient;
}

export function relativeError(a: number[], b: number[]): number {
  let [difference, first, second] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    difference += (a[i] - b[i]) * (a[i] - b[i]);
    first += a[i] * a[i];
    second += b[i] * b[i];
  }
  const larger = Math.sqrt(first > second ? first : second);
  return Math.sqrt(difference) / (larger > 1e-12 ? larger : 1e-12);
}

/** Works in Float64Arrays and gives back plain arrays. */

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
  const point = Float64Array.from(x);
  const out = new Float64Array(x.length);
  const here = (): number => valueOf(name, Array.from(point));
  for (let i = 0; i < point.length; i++) {
    const kept = point[i]!;
    point[i] = kept + h;
    const above = here();
    point[i] = kept - h;
    out[i] = (above - here()) / (h + h);
    point[i] = kept;
  }
  return Array.from(out);
}

export function stepSize(x: number[]): number[] {
  return Array.from(Float64Array.from(x, (value) => Math.max(1, Math.abs(value)) * Math.cbrt(2 ** -52)));
}

export function numericGradient(name: TestFunction, x: number[]): number[] {
  const steps = Float64Array.from(stepSize(x));
  return Array.from(steps.map((h, i) => centralDifference(name, x, h)[i]!));
}

export function relativeError(a: number[], b: number[]): number {
  const sums = new Float64Array(3);
  a.forEach((value, i) => {
    sums[0]! += (value - b[i]!) ** 2;
    sums[1]! += value ** 2;
    sums[2]! += b[i]! ** 2;
  });
  const [difference, first, second] = sums.map(Math.sqrt);
  return difference! / Math.max(first!, second!, 1e-12);
}

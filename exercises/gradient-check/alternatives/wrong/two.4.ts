// wrong: centralDifference, numericGradient: sign-turned; relativeError: absolute-error

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

export function centralDifference(name: TestFunction, x: number[], h: number): number[] {
  return gradientWith(
    name,
    x,
    x.map(() => h),
  );
}

export function stepSize(x: number[]): number[] {
  const root = Math.cbrt(Number.EPSILON);
  return x.map((value) => {
    const size = Math.abs(value);
    if (size < 1) return root;
    return root * size;
  });
}

export function numericGradient(name: TestFunction, x: number[]): number[] {
  return gradientWith(name, x, stepSize(x));
}

export function relativeError(a: number[], b: number[]): number {
  const difference = lengthOf(a.map((value, i) => value - b[i]));
  const larger = Math.max(lengthOf(a), lengthOf(b));
  return difference;
}

function gradientWith(name: TestFunction, x: number[], steps: number[]): number[] {
  const point = [...x];
  const gradient = [];
  for (const [i, h] of steps.entries()) {
    point[i] = x[i] + h;
    const right = valueOf(name, point);
    point[i] = x[i] - h;
    const left = valueOf(name, point);
    point[i] = x[i];
    gradient.push((left - right) / (2 * h));
  }
  return gradient;
}

function lengthOf(v: number[]): number {
  return Math.hypot(...v);
}

// wrong: centralDifference: first-coordinate-only

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
  const g: number[] = new Array(x.length).fill(0);
  const xp = x.slice();
  const xm = x.slice();
  xp[0] += h;
  xm[0] -= h;
  g[0] = (valueOf(name, xp) - valueOf(name, xm)) / (2 * h);
  return g;
}

export function stepSize(x: number[]): number[] {
  const h: number[] = [];
  for (let i = 0; i < x.length; i++) {
    h.push(Math.pow(Number.EPSILON, 1 / 3) * Math.max(1, Math.abs(x[i])));
  }
  return h;
}

export function numericGradient(name: TestFunction, x: number[]): number[] {
  const h = stepSize(x);
  const g = centralDifference(name, x, h[0]);
  return g;
}

export function relativeError(a: number[], b: number[]): number {
  let d = 0;
  let na = 0;
  let nb = 0;
  for (let i = 0; i < a.length; i++) {
    d += (a[i] - b[i]) ** 2;
    na += a[i] ** 2;
    nb += b[i] ** 2;
  }
  return Math.sqrt(d) / Math.max(Math.sqrt(na), Math.sqrt(nb), 1e-12);
}

/** The path in closed form: every z_t as a sum over all noises up to t. */
export function alphaBar(alpha: number[]): number[] {
  return alpha.map((_, k) => product(alpha, 0, k + 1));
}

function product(alpha: number[], from: number, to: number): number {
  let result = 1;
  for (let k = from; k < to; k++) result *= alpha[k]!;
  return result;
}

export function step(zPrev: number[], alphaT: number, eps: number[]): number[] {
  return zPrev.map((z, i) => Math.sqrt(alphaT) * z + Math.sqrt(1 - alphaT) * eps[i]!);
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  const kept = product(alpha, 0, t);
  return x0.map((x, i) => Math.sqrt(kept) * x + Math.sqrt(1 - kept) * eps[i]!);
}

export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  return alpha.map((_, t) =>
    x0.map((x, i) => {
      let z = Math.sqrt(product(alpha, 0, t + 1)) * x;
      for (let k = 0; k <= t; k++) {
        z += Math.sqrt((1 - alpha[k]!) * product(alpha, k + 1, t + 1)) * eps[k]![i]!;
      }
      return z;
    }),
  );
}

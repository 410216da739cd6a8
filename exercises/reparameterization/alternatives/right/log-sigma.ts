/** Differentiates by rho = log sigma, where everything is simpler, and halves at the end. */

type Gradient = { mu: number[]; logVar: number[] };

const rhoOf = (logVar: number[]): number[] => logVar.map((v) => v / 2);

export function sample(mu: number[], logVar: number[], eps: number[]): number[] {
  return rhoOf(logVar).map((rho, j) => mu[j] + Math.exp(rho) * eps[j]);
}

export function pathwiseGradient(logVar: number[], eps: number[][], slope: number[][]): Gradient {
  return estimate(logVar, eps, (s, j, rho) => [slope[s][j], slope[s][j] * Math.exp(rho) * eps[s][j]]);
}

export function scoreGradient(logVar: number[], eps: number[][], value: number[]): Gradient {
  return estimate(logVar, eps, (s, j, rho) => [
    value[s] * eps[s][j] * Math.exp(-rho),
    value[s] * eps[s][j] * eps[s][j] - value[s],
  ]);
}

export function scoreGradientWithBaseline(logVar: number[], eps: number[][], value: number[]): Gradient {
  const baseline = value.map((_, s) => {
    const others = value.toSpliced(s, 1);
    return others.reduce((a, b) => a + b, 0) / others.length;
  });
  return scoreGradient(
    logVar,
    eps,
    value.map((f, s) => f - baseline[s]),
  );
}

function estimate(
  logVar: number[],
  eps: number[][],
  derivatives: (s: number, j: number, rho: number) => [byMu: number, byRho: number],
): Gradient {
  const mu = logVar.map(() => 0);
  const byRho = logVar.map(() => 0);
  eps.forEach((row, s) =>
    row.forEach((_, j) => {
      const [first, second] = derivatives(s, j, logVar[j] / 2);
      mu[j] += first / eps.length;
      byRho[j] += second / eps.length;
    }),
  );
  return { mu, logVar: byRho.map((one) => one / 2) };
}

import type { Mixture } from "../starter.ts";

/** The right formulas, for what is beside the student's: the right run, and the bound of the student's responsibilities. */

export type Rows = readonly (readonly number[])[];

export function at(values: readonly number[] | undefined, index: number): number {
  return values?.[index] ?? NaN;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** log( w_k N(x | k) ) of each component. */
export function logJoint(sample: readonly number[], { weights, means, variances }: Mixture): number[] {
  return weights.map((weight, k) => {
    const terms = sample.map((value, d) => {
      const spread = at(variances[k], d);
      return Math.log(2 * Math.PI * spread) + (value - at(means[k], d)) ** 2 / spread;
    });
    return Math.log(weight) - sum(terms) / 2;
  });
}

export function logSumExp(values: readonly number[]): number {
  const largest = Math.max(...values);
  return largest + Math.log(sum(values.map((value) => Math.exp(value - largest))));
}

export function rightResponsibilities(x: Rows, mixture: Mixture): number[][] {
  return x.map((sample) => {
    const joint = logJoint(sample, mixture);
    const evidence = logSumExp(joint);
    return joint.map((value) => Math.exp(value - evidence));
  });
}

export function rightLikelihood(x: Rows, mixture: Mixture): number {
  return sum(x.map((sample) => logSumExp(logJoint(sample, mixture)))) / x.length;
}

/** (1/n) sum_i sum_k r_ik [ log( w_k N(x_i | k) ) - log r_ik ]: never above the log-likelihood, and equal to it after an E step. */
export function boundOf(x: Rows, mixture: Mixture, r: Rows): number {
  const ofSample = (sample: readonly number[], i: number): number => {
    const joint = logJoint(sample, mixture);
    return sum(
      joint.map((value, k) => {
        const share = at(r[i], k);
        return share === 0 ? 0 : share * (value - Math.log(share));
      }),
    );
  };
  return sum(x.map(ofSample)) / x.length;
}

/**
 * Between two mixtures and a little beyond: weights and variances move by their logarithms, so that they stay positive. The
 * weights sum to 1 again, if they do at both ends.
 */
export function between(from: Mixture, to: Mixture, share: number): Mixture {
  const straight = (a: number, b: number): number => a + share * (b - a);
  const geometric = (a: number, b: number): number =>
    a > 0 && b > 0 ? Math.exp(straight(Math.log(a), Math.log(b))) : Math.max(0, share < 0.5 ? a : b);
  const rows = (a: Rows, b: Rows, mix: typeof straight): number[][] =>
    a.map((row, k) => row.map((value, d) => mix(value, at(b[k], d))));
  const weights = from.weights.map((weight, k) => geometric(weight, at(to.weights, k)));
  const whole = straight(sum(from.weights), sum(to.weights));
  return {
    weights: weights.map((weight) => (weight * whole) / sum(weights)),
    means: rows(from.means, to.means, straight),
    variances: rows(from.variances, to.variances, geometric),
  };
}

/** Nothing that a picture cannot draw: as many components as were begun with, every number finite, no negative variance. */
export function isDrawable(
  mixture: Mixture | undefined,
  components: number,
  dims: number,
): mixture is Mixture {
  if (mixture?.weights.length !== components) return false;
  const { weights, means, variances } = mixture;
  const fits = (rows: Rows): boolean =>
    rows.length === components && rows.every((row) => row.length === dims && row.every(Number.isFinite));
  return (
    weights.every(Number.isFinite) && fits(means) && fits(variances) && variances.flat().every((v) => v >= 0)
  );
}

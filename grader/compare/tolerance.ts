import { defaults, type ToleranceSpec } from "#contract/exercise.ts";

export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

export function toleranceOf(spec: ToleranceSpec | undefined): Tolerance {
  return { rtol: spec?.rtol ?? defaults.rtol, atol: spec?.atol ?? defaults.atol };
}

/**
 * How many tolerances `got` is away from `right`: |s - r| / (rtol |r| + atol max(max|r|, scale)).
 * At most 1 is right. NaN and infinities agree only with themselves (then 0, otherwise Infinity); -0 equals 0.
 *   largest  max|r| over the tensor that `right` stands in
 *   scale    the size at which a difference would matter
 */
export function distance(
  got: number,
  right: number,
  context: { readonly tolerance: Tolerance; readonly largest: number; readonly scale: number },
): number {
  if (Number.isNaN(right)) return Number.isNaN(got) ? 0 : Infinity;
  if (!Number.isFinite(right) || !Number.isFinite(got)) return got === right ? 0 : Infinity;
  const { rtol, atol } = context.tolerance;
  return Math.abs(got - right) / (rtol * Math.abs(right) + atol * Math.max(context.largest, context.scale));
}

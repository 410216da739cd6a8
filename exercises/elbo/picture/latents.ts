export const dimensions = [0, 1] as const;

export function muName(dimension: number): string {
  return `mu${"₁₂".charAt(dimension)}`;
}

export function logVarName(dimension: number): string {
  return `logVar${"₁₂".charAt(dimension)}`;
}

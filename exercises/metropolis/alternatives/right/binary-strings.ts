/** An index in binary, read from its end: the character for spin 0 comes last. */

function binary(x: number, N: number): string[] {
  return [...x.toString(2).padStart(N, "0")].reverse();
}

function index(digits: string[]): number {
  return parseInt([...digits].reverse().join(""), 2);
}

function withDigit(digits: string[], i: number, digit: string): string[] {
  return digits.map((old, j) => (j === i ? digit : old));
}

export function acceptance(energyFrom: number, energyTo: number, forward: number, backward: number): number {
  const dE = energyTo - energyFrom;
  const odds = Math.exp(-dE) * backward;
  return odds >= forward ? 1 : odds / forward;
}

export function transitionMatrix(energies: number[], sites: number[], up: number): number[][] {
  const N = sites.length;
  const of: Record<string, number> = { "1": up, "0": 1 - up };
  return energies.map((_, x) => {
    const row: number[] = energies.map(() => 0);
    const digits = binary(x, N);
    for (let i = 0; i < N; i++) {
      const other = digits[i] === "1" ? "0" : "1";
      const y = index(withDigit(digits, i, other));
      row[y] = sites[i] * of[other] * acceptance(energies[x], energies[y], of[other], of[digits[i]]);
    }
    row[x] = 1 - row.reduce((a, b) => a + b, 0);
    return row;
  });
}

export function chain(energies: number[], sites: number[], up: number, start: number, uniforms: number[][]): { last: number; accepted: number; visits: number[] } {
  const N = sites.length;
  const of: Record<string, number> = { "1": up, "0": 1 - up };
  const visits = energies.map(() => 0);
  let digits = binary(start, N);
  let accepted = 0;
  for (let t = 0; t < uniforms.length; t++) {
    let i = 0;
    let p = sites[0];
    while (uniforms[t][0] > p) p += sites[++i];
    const digit = uniforms[t][1] < up ? "1" : "0";
    const [x, y] = [index(digits), index(withDigit(digits, i, digit))];
    if (uniforms[t][2] < acceptance(energies[x], energies[y], of[digit], of[digits[i]])) {
      digits = withDigit(digits, i, digit);
      accepted++;
    }
    visits[index(digits)]++;
  }
  return { last: index(digits), accepted, visits };
}

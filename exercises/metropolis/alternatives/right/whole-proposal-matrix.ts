/** The matrix of all proposals first, staying included; then the acceptance of every entry; then what was rejected. */

export function acceptance(energyFrom: number, energyTo: number, forward: number, backward: number): number {
  return Math.min(forward, Math.exp(energyFrom - energyTo) * backward) / forward;
}

function proposals(sites: number[], up: number): number[][] {
  const S = 1 << sites.length;
  const c = Array.from({ length: S }, () => new Array<number>(S).fill(0));
  for (let x = 0; x < S; x++)
    sites.forEach((p, i) => {
      c[x][x | (1 << i)] += p * up;
      c[x][x & ~(1 << i)] += p * (1 - up);
    });
  return c;
}

export function transitionMatrix(energies: number[], sites: number[], up: number): number[][] {
  const c = proposals(sites, up);
  const T = c.map((row, x) =>
    row.map((p, y) => (p === 0 ? 0 : p * acceptance(energies[x], energies[y], p, c[y][x]))),
  );
  T.forEach((row, x) => {
    row[x] += 1 - row.reduce((a, b) => a + b);
  });
  return T;
}

export function chain(energies: number[], sites: number[], up: number, start: number, uniforms: number[][]): { last: number; accepted: number; visits: number[] } {
  const c = proposals(sites, up);
  const ends = sites.map((_, i) => sites.slice(0, i + 1).reduce((a, b) => a + b));
  const run = { last: start, accepted: 0, visits: energies.map(() => 0) };
  uniforms.forEach(([u, v, w]) => {
    const mask = 1 << ends.findIndex((end) => u < end);
    const x = run.last;
    const y = v < up ? x | mask : x & ~mask;
    const isIn = w < (x === y ? 1 : acceptance(energies[x], energies[y], c[x][y], c[y][x]));
    run.last = isIn ? y : x;
    run.accepted += isIn ? 1 : 0;
    run.visits[run.last]++;
  });
  return run;
}

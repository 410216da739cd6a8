// wrong: chain: threshold-reversed

export function acceptance(energyFrom: number, energyTo: number, forward: number, backward: number): number {
  const ratio = (Math.exp(-(energyTo - energyFrom)) * backward) / forward;
  if (ratio >= 1) return 1;
  return ratio;
}

function bit(x: number, i: number): number {
  return Math.floor(x / 2 ** i) % 2;
}

export function transitionMatrix(energies: number[], sites: number[], up: number): number[][] {
  const S = energies.length;
  const N = sites.length;
  const T: number[][] = [];
  for (let x = 0; x < S; x++) {
    T[x] = [];
    for (let y = 0; y < S; y++) T[x][y] = 0;
    for (let i = 0; i < N; i++) {
      if (bit(x, i) === 0) {
        const y = x + 2 ** i;
        T[x][y] = sites[i] * up * acceptance(energies[x], energies[y], sites[i] * up, sites[i] * (1 - up));
      } else {
        const y = x - 2 ** i;
        T[x][y] = sites[i] * (1 - up) * acceptance(energies[x], energies[y], sites[i] * (1 - up), sites[i] * up);
      }
    }
    let sum = 0;
    for (let y = 0; y < S; y++) sum += T[x][y];
    T[x][x] = 1 - sum;
  }
  return T;
}

export function chain(energies: number[], sites: number[], up: number, start: number, uniforms: number[][]): { last: number; accepted: number; visits: number[] } {
  const visits: number[] = [];
  for (let x = 0; x < energies.length; x++) visits.push(0);
  let x = start;
  let accepted = 0;
  for (let t = 0; t < uniforms.length; t++) {
    let i = 0;
    let total = sites[0];
    while (uniforms[t][0] >= total && i < sites.length - 1) {
      i++;
      total += sites[i];
    }
    const old = bit(x, i);
    const wanted = uniforms[t][1] < up ? 1 : 0;
    const y = x + (wanted - old) * 2 ** i;
    let a = 1;
    if (wanted > old) a = acceptance(energies[x], energies[y], up, 1 - up);
    if (wanted < old) a = acceptance(energies[x], energies[y], 1 - up, up);
    if (uniforms[t][2] >= a) {
      x = y;
      accepted++;
    }
    visits[x]++;
  }
  return { last: x, accepted, visits };
}

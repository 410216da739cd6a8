// wrong: chain: always-flips

export function acceptance(energyFrom: number, energyTo: number, forward: number, backward: number): number {
  return 1 / Math.max(1, (forward / backward) * Math.exp(energyTo - energyFrom));
}

function table(energies: number[], sites: number[], up: number): Float64Array {
  const [S, N] = [energies.length, sites.length];
  const accept = new Float64Array(S * N);
  for (let x = 0; x < S; x++)
    for (let i = 0; i < N; i++) {
      const isUp = (x >>> i) & 1;
      const odds = isUp === 1 ? up / (1 - up) : (1 - up) / up;
      accept[x * N + i] = acceptance(energies[x]!, energies[x ^ (1 << i)]!, 1, odds);
    }
  return accept;
}

export function transitionMatrix(energies: number[], sites: number[], up: number): number[][] {
  const [S, N] = [energies.length, sites.length];
  const accept = table(energies, sites, up);
  const T = new Float64Array(S * S);
  for (let x = 0; x < S; x++) {
    T[x * S + x] = 1;
    for (let i = 0; i < N; i++) {
      const p = sites[i]! * ((x >>> i) & 1 ? 1 - up : up) * accept[x * N + i]!;
      T[x * S + (x ^ (1 << i))] = p;
      T[x * S + x]! -= p;
    }
  }
  return Array.from({ length: S }, (_, x) => Array.from(T.subarray(x * S, (x + 1) * S)));
}

export function chain(energies: number[], sites: number[], up: number, start: number, uniforms: number[][]): { last: number; accepted: number; visits: number[] } {
  const N = sites.length;
  const accept = table(energies, sites, up);
  const bounds = new Float64Array(N);
  for (let i = 0, total = 0; i < N; i++) bounds[i] = total += sites[i]!;
  const visits = new Uint32Array(energies.length);
  let x = start | 0;
  let accepted = 0;
  for (let t = 0; t < uniforms.length; t++) {
    const u = uniforms[t]!;
    let i = 0;
    while (u[0]! >= bounds[i]!) i++;
    const flips = true;
    if (!flips || u[2]! < accept[x * N + i]!) {
      accepted++;
      if (flips) x ^= 1 << i;
    }
    visits[x]!++;
  }
  return { last: x, accepted, visits: [...visits] };
}

// wrong: entropy: sign; conditionalEntropy: wrong-axis

export function entropy(p: number[]): number {
  let h = 0;
  for (let k = 0; k < p.length; k++) {
    if (p[k] === 0) continue;
    h += p[k] * Math.log(p[k]);
  }
  return h;
}

export function crossEntropy(p: number[], q: number[]): number {
  let h = 0;
  for (let k = 0; k < p.length; k++) {
    if (p[k] === 0) continue;
    h += p[k] * Math.log(q[k]);
  }
  return -h;
}

export function kl(p: number[], q: number[]): number {
  let d = 0;
  for (let k = 0; k < p.length; k++) {
    if (p[k] === 0) continue;
    d += p[k] * Math.log(p[k] / q[k]);
  }
  return d;
}

export function conditionalEntropy(pxy: number[][]): number {
  let h = 0;
  for (let j = 0; j < pxy[0].length; j++) {
    let py = 0;
    for (let i = 0; i < pxy.length; i++) py += pxy[i][j];
    for (let i = 0; i < pxy.length; i++) {
      if (pxy[i][j] > 0) h -= pxy[i][j] * Math.log(pxy[i][j] / py);
    }
  }
  return h;
}

// wrong: crossEntropy: log2-for-ln

export function entropy(p: number[]): number {
  let h = 0;
  for (let k = 0; k < p.length; k++) {
    if (p[k] === 0) continue;
    h += p[k] * Math.log(p[k]);
  }
  return -h;
}

export function crossEntropy(p: number[], q: number[]): number {
  let h = 0;
  for (let k = 0; k < p.length; k++) {
    if (p[k] === 0) continue;
    h += p[k] * (Math.log(q[k]) / Math.LN2);
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
  for (let i = 0; i < pxy.length; i++) {
    let px = 0;
    for (let j = 0; j < pxy[i].length; j++) px += pxy[i][j];
    if (px === 0) continue;
    for (let j = 0; j < pxy[i].length; j++) {
      const conditional = pxy[i][j] / px;
      if (conditional > 0) h += pxy[i][j] * Math.log(conditional);
    }
  }
  return -h;
}

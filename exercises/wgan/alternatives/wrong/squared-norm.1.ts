// wrong: gradientPenalty: squared-norm

export function criticLoss(real: number[], fake: number[]): number {
  let realSum = 0;
  for (let i = 0; i < real.length; i++) realSum += real[i];
  let fakeSum = 0;
  for (let j = 0; j < fake.length; j++) fakeSum += fake[j];
  return fakeSum / fake.length - realSum / real.length;
}

export function generatorLoss(fake: number[]): number {
  let fakeSum = 0;
  for (let j = 0; j < fake.length; j++) fakeSum += fake[j];
  return -fakeSum / fake.length;
}

export function wasserstein1(x: number[], y: number[]): number {
  const xs = x.slice().sort((a, b) => a - b);
  const ys = y.slice().sort((a, b) => a - b);
  const n = xs.length;
  const m = ys.length;
  let total = 0;
  for (let k = 0; k < n * m; k++) {
    total += Math.abs(xs[Math.floor(k / m)] - ys[Math.floor(k / n)]);
  }
  return total / (n * m);
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  const out: number[][] = [];
  for (let i = 0; i < real.length; i++) {
    const row: number[] = [];
    for (let k = 0; k < real[i].length; k++) {
      row.push(u[i] * real[i][k] + (1 - u[i]) * fake[i][k]);
    }
    out.push(row);
  }
  return out;
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  let total = 0;
  for (let i = 0; i < gradients.length; i++) {
    let squares = 0;
    for (let k = 0; k < gradients[i].length; k++) squares += gradients[i][k] * gradients[i][k];
    const norm = squares;
    total += (norm - 1) * (norm - 1);
  }
  return (lambda * total) / gradients.length;
}

/** Nothing but index loops and one running maximum. */

export function softmaxRows(scores: number[][]): number[][] {
  const out: number[][] = [];
  for (let i = 0; i < scores.length; i++) {
    let highest = scores[i]![0]!;
    for (let j = 1; j < scores[i]!.length; j++) if (scores[i]![j]! > highest) highest = scores[i]![j]!;
    let total = 0;
    out[i] = [];
    for (let j = 0; j < scores[i]!.length; j++) {
      out[i]![j] = Math.exp(scores[i]![j]! - highest);
      total += out[i]![j]!;
    }
    for (let j = 0; j < scores[i]!.length; j++) out[i]![j]! /= total;
  }
  return out;
}

export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  const d = Q[0]!.length;
  const out: number[][] = [];
  for (let i = 0; i < Q.length; i++) {
    const s: number[] = [];
    let any = false;
    for (let j = 0; j < K.length; j++) {
      let product = 0;
      for (let c = 0; c < d; c++) product += Q[i]![c]! * K[j]![c]!;
      s[j] = mask[i]![j] === 0 ? -Infinity : product / Math.sqrt(d);
      if (mask[i]![j] !== 0) any = true;
    }
    out[i] = any ? softmaxRows([s])[0]! : new Array<number>(K.length).fill(0);
  }
  return out;
}

export function attention(Q: number[][], K: number[][], V: number[][], mask: number[][]): number[][] {
  const w = attentionWeights(Q, K, mask);
  const out: number[][] = [];
  for (let i = 0; i < Q.length; i++) {
    out[i] = [];
    for (let c = 0; c < V[0]!.length; c++) {
      out[i]![c] = 0;
      for (let j = 0; j < K.length; j++) out[i]![c]! += w[i]![j]! * V[j]![c]!;
    }
  }
  return out;
}

export function multiHead(
  X: number[][],
  WQ: number[][],
  WK: number[][],
  WV: number[][],
  WO: number[][],
  heads: number,
  mask: number[][],
): number[][] {
  const n = X.length;
  const D = X[0]!.length;
  const width = D / heads;
  const concat: number[][] = [];
  for (let i = 0; i < n; i++) concat[i] = new Array<number>(D).fill(0);
  for (let h = 0; h < heads; h++) {
    const q: number[][] = [];
    const k: number[][] = [];
    const v: number[][] = [];
    for (let i = 0; i < n; i++) {
      q[i] = [];
      k[i] = [];
      v[i] = [];
      for (let c = 0; c < width; c++) {
        let [a, b, e] = [0, 0, 0];
        for (let m = 0; m < D; m++) {
          a += X[i]![m]! * WQ[m]![h * width + c]!;
          b += X[i]![m]! * WK[m]![h * width + c]!;
          e += X[i]![m]! * WV[m]![h * width + c]!;
        }
        q[i]![c] = a;
        k[i]![c] = b;
        v[i]![c] = e;
      }
    }
    const read = attention(q, k, v, mask);
    for (let i = 0; i < n; i++) for (let c = 0; c < width; c++) concat[i]![h * width + c] = read[i]![c]!;
  }
  const out: number[][] = [];
  for (let i = 0; i < n; i++) {
    out[i] = [];
    for (let c = 0; c < D; c++) {
      out[i]![c] = 0;
      for (let m = 0; m < D; m++) out[i]![c]! += concat[i]![m]! * WO[m]![c]!;
    }
  }
  return out;
}

/** A softmax and a head are objects. */

class Softmax {
  private readonly logits: readonly number[];
  constructor(logits: readonly number[]) {
    this.logits = logits;
  }
  get shares(): number[] {
    const visible = this.logits.filter((logit) => logit > -Infinity);
    if (visible.length === 0) return this.logits.map(() => 0);
    const shift = visible.reduce((a, b) => Math.max(a, b));
    const norm = visible.map((logit) => Math.exp(logit - shift)).reduce((a, b) => a + b);
    return this.logits.map((logit) => Math.exp(logit - shift) / norm);
  }
}

class Head {
  private readonly keys: number[][];
  private readonly values: number[][];
  constructor(keys: number[][], values: number[][]) {
    this.keys = keys;
    this.values = values;
  }
  weights(query: number[], seen: number[]): number[] {
    const logits = this.keys.map((key, j) => {
      if (seen[j] === 0) return Number.NEGATIVE_INFINITY;
      let product = 0;
      key.forEach((value, c) => (product += value * query[c]!));
      return product / Math.sqrt(query.length);
    });
    return new Softmax(logits).shares;
  }
  read(query: number[], seen: number[]): number[] {
    const weights = this.weights(query, seen);
    return this.values[0]!.map((_, c) => this.values.reduce((sum, value, j) => sum + weights[j]! * value[c]!, 0));
  }
}

export function softmaxRows(scores: number[][]): number[][] {
  return scores.map((row) => new Softmax(row).shares);
}

export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  const head = new Head(K, []);
  return Q.map((query, i) => head.weights(query, mask[i]!));
}

export function attention(Q: number[][], K: number[][], V: number[][], mask: number[][]): number[][] {
  const head = new Head(K, V);
  return Q.map((query, i) => head.read(query, mask[i]!));
}

class Projection {
  private readonly W: number[][];
  constructor(W: number[][]) {
    this.W = W;
  }
  of(row: number[]): number[] {
    const out = new Array<number>(this.W[0]!.length).fill(0);
    for (const [m, value] of row.entries()) for (const [c, weight] of this.W[m]!.entries()) out[c]! += value * weight;
    return out;
  }
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
  const [toQuery, toKey, toValue, toOutput] = [WQ, WK, WV, WO].map((W) => new Projection(W)) as [
    Projection,
    Projection,
    Projection,
    Projection,
  ];
  const width = X[0]!.length / heads;
  const parts = (row: number[]): number[][] =>
    Array.from({ length: heads }, (_, h) => row.slice(h * width, (h + 1) * width));
  const [keys, values] = [X.map((row) => parts(toKey.of(row))), X.map((row) => parts(toValue.of(row)))];
  const all = Array.from({ length: heads }, (_, h) => new Head(keys.map((one) => one[h]!), values.map((one) => one[h]!)));
  return X.map((row, i) => {
    const queries = parts(toQuery.of(row));
    return toOutput.of(all.flatMap((head, h) => head.read(queries[h]!, mask[i]!)));
  });
}

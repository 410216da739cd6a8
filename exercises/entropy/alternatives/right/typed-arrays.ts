/** Works on copies in Float64Array, in place: first all logarithms, then one dot product. */
export function entropy(p: number[]): number {
  return crossEntropy(p, p);
}

export function crossEntropy(p: number[], q: number[]): number {
  return -dot(Float64Array.from(p), logarithms(q));
}

export function kl(p: number[], q: number[]): number {
  const ratios = logarithms(p);
  const expected = logarithms(q);
  for (let k = 0; k < ratios.length; k++) ratios[k]! -= expected[k]!;
  return dot(Float64Array.from(p), ratios);
}

export function conditionalEntropy(pxy: number[][]): number {
  const width = pxy[0]!.length;
  const joint = Float64Array.from(pxy.flat());
  const logs = logarithms(pxy.flat());
  for (let x = 0; x < pxy.length; x++) {
    const cells = joint.subarray(x * width, (x + 1) * width);
    const [log] = logarithms([cells.reduce((a, b) => a + b, 0)]);
    for (let y = 0; y < width; y++) logs[x * width + y]! -= log!;
  }
  return -dot(joint, logs);
}

function logarithms(p: readonly number[]): Float64Array {
  const result = Float64Array.from(p);
  for (let k = 0; k < result.length; k++) result[k] = result[k]! > 0 ? Math.log(result[k]!) : 0;
  return result;
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let k = 0; k < a.length; k++) total += a[k]! * b[k]!;
  return total;
}

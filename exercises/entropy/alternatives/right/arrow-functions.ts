/** Arrow functions and reduce throughout; no statement that changes a variable. */
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const information = (weight: number, probability: number): number => (weight === 0 ? 0 : -weight * Math.log(probability));

export const entropy = (p: number[]): number => sum(p.map((share) => information(share, share)));

export const crossEntropy = (p: number[], q: number[]): number => sum(p.map((share, k) => information(share, q[k]!)));

export const kl = (p: number[], q: number[]): number => sum(p.map((share, k) => information(share, q[k]! / share)));

export const conditionalEntropy = (pxy: number[][]): number =>
  sum(pxy.flatMap((row) => row.map((joint) => information(joint, joint / sum(row)))));

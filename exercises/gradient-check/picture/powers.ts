import type { Tick } from "#sdk/picture.ts";

/** Ticks of a logarithmic axis as powers of ten, from 10^`from` to 10^`to`. */
export function powers(from: number, to: number, every: number): readonly Tick[] {
  const ticks: Tick[] = [];
  for (let exponent = from; exponent <= to; exponent += every)
    ticks.push({ at: 10 ** exponent, text: exponent === 0 ? "1" : `10${raised(exponent)}` });
  return ticks;
}

function raised(exponent: number): string {
  const digits = Array.from(String(Math.abs(exponent)), (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));
  return `${exponent < 0 ? "⁻" : ""}${digits.join("")}`;
}

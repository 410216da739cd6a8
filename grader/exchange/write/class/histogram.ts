import { html, type Html } from "../markup.ts";
import { binOf, bins } from "./figures.ts";

const [width, height, base, left] = [300, 150, 122, 8];
const step = (width - 2 * left) / bins;

/** Shares from 0 to 1 in ten bins, as SVG. */
export function histogram(shares: readonly number[], title: string): Html {
  const counts = Array.from({ length: bins }, () => 0);
  for (const share of shares) {
    const bin = binOf(share);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${describe(title, counts)}">
    ${counts.map((count, bin) => bar(count, bin, most))}
    <line class="axis" x1="${left}" y1="${base}" x2="${width - left}" y2="${base}" />
    ${[0, 50, 100].map((percent) => html`<text x="${left + ((width - 2 * left) * percent) / 100}" y="${base + 18}" text-anchor="${anchor(percent)}">${percent} %</text>`)}
  </svg>`;
}

function bar(count: number, bin: number, most: number): Html {
  const length = (count / most) * (base - 22);
  const x = left + bin * step + 2;
  const label =
    count === 0
      ? html``
      : html`<text class="count" x="${x + step / 2 - 2}" y="${base - length - 5}" text-anchor="middle"
          >${count}</text
        >`;
  return html`<rect x="${x}" y="${base - length}" width="${step - 4}" height="${length}"
      ><title>${bin * 10} to ${bin * 10 + 10} %: ${count}</title></rect
    >${label} `;
}

function anchor(percent: number): string {
  if (percent === 0) return "start";
  return percent === 100 ? "end" : "middle";
}

function describe(title: string, counts: readonly number[]): string {
  const parts = counts.map((count, bin) => `${count} with ${bin * 10} to ${bin * 10 + 10} %`);
  return `${title}, distribution of scores: ${parts.filter((_, bin) => counts[bin] !== 0).join(", ")}`;
}

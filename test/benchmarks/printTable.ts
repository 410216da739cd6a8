import type { Row, Table } from "./benchmark.ts";

const headings = ["", "p50", "p95", "ratio p50", "ratio p95", "target"];

export function printTable({ title, rows, notes = [] }: Table): string {
  const lines = [headings, ...rows.map(cells)];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column === headings.length - 1 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd(),
  );
  return `${title}\n${[...text, ...notes].map((line) => `  ${line}\n`).join("")}\n`;
}

function cells({ what, unit, p50, p95, ratio, target }: Row): string[] {
  return [
    what,
    amount(p50, unit),
    p95 === null ? "" : amount(p95, unit),
    ratio === undefined ? "" : `${ratio.p50.toFixed(2)}x`,
    ratio?.p95 == null ? "" : `${ratio.p95.toFixed(2)}x`,
    target === undefined ? "" : `${target.text}: ${target.met ? "met" : "MISSED"}`,
  ];
}

function amount(value: number, unit: string): string {
  return `${value.toFixed(1)} ${unit}`;
}

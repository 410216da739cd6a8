/**
 * `npm run bench`: how fast Gradus is beside what one would use instead, and how much memory it takes while it waits.
 * Prints each figure with its target and whether it was met; asserts nothing, because a figure belongs to a machine.
 * `--json` prints JSON; `npm run bench -- memory` runs the benchmarks whose names contain a word.
 */
import { readdir } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import type { Benchmark, Table } from "./benchmark.ts";
import { buildPackage } from "./packaged.ts";
import { printTable } from "./printTable.ts";

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const json = process.argv.includes("--json");
const started = performance.now();

const packaged = await buildPackage();
const tables: Table[] = [];
for (const benchmark of await chosen()) {
  const table = await benchmark.measure(packaged);
  tables.push(table);
  if (!json) process.stdout.write(printTable(table));
}
const machine = `Node ${process.versions.node}, ${String(cpus().length)} cores of ${cpus()[0]?.model ?? "unknown"}`;
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(
  json
    ? `${JSON.stringify({ machine, seconds, tables }, null, 2)}\n`
    : `${machine}; ${String(seconds)} s in all\n`,
);

/** Every file `<name>.bench.ts` is one benchmark. */
async function chosen(): Promise<Benchmark[]> {
  const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(".bench.ts")).toSorted();
  const wanted = names.filter(
    (name) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word.toLowerCase())),
  );
  const loaded = await Promise.all(
    wanted.map(async (name) => {
      const module = (await import(join(import.meta.dirname, name))) as { readonly default: Benchmark };
      return module.default;
    }),
  );
  return loaded.filter((one) => words.length > 0 || one.onlyByName !== true);
}

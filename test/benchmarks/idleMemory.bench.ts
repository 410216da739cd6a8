import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { exerciseIds } from "#catalog/folders.ts";
import type { Benchmark, Row, Table } from "./benchmark.ts";
import { exerciseFolder } from "./packaged.ts";
import { startEngine } from "./warmEngine.ts";

const targetMb = 150;
const title = "Memory of an idle engine, its sandbox warm, no reference process (PSS)";

/** Proportional set size: pages that processes share count once in all. */
export default {
  async measure(packaged): Promise<Table> {
    if (process.platform !== "linux") return { title, rows: [], notes: ["only Linux tells it"] };
    // a first engine computes the expected values, so that the one that is measured needs no reference process
    const first = startEngine(packaged);
    const ids = await exerciseIds(exerciseFolder);
    for (const id of ids) await first.check({ exercise: id, file: join(exerciseFolder, id, "solution.ts") });
    await first.close();

    const engine = startEngine(packaged);
    const [id = ""] = ids;
    await engine.check({ exercise: id, file: join(exerciseFolder, id, "solution.ts") });
    await sleep(1000);
    const one = sizesUnder(engine.pid);
    for (const other of ids)
      await engine.check({ exercise: other, file: join(exerciseFolder, other, "solution.ts") });
    await sleep(1000);
    const all = sizesUnder(engine.pid);
    await engine.close();
    return { title, rows: [...rowsOf("after one check", one), ...rowsOf("after every exercise", all)] };
  },
} satisfies Benchmark;

interface Size {
  readonly pss: number;
  readonly own: number;
  readonly shared: number;
}

function rowsOf(when: string, sizes: readonly Size[]): Row[] {
  const sum = (of: (size: Size) => number): number => sizes.reduce((total, size) => total + of(size), 0);
  const parts = sizes.map(({ pss }) => pss.toFixed(1)).join(" + ");
  return [
    row(
      `${when}: ${parts}`,
      sum(({ pss }) => pss),
    ),
    // other Nodes on the machine take over a part of the program's pages; here these processes bear them alone
    row(
      `${when}, were no other Node running`,
      sum(({ own }) => own) + Math.max(...sizes.map(({ shared }) => shared)),
    ),
  ];
}

function row(what: string, mb: number): Row {
  const target = { text: `<= ${String(targetMb)} MB`, met: mb <= targetMb };
  return { what, unit: "MB", p50: mb, p95: null, target };
}

/** The process and all that it started, itself first. */
function sizesUnder(pid: number): Size[] {
  return [sizeOf(pid), ...childrenOf(pid).flatMap(sizesUnder)];
}

function sizeOf(pid: number): Size {
  const text = readFileSync(`/proc/${String(pid)}/smaps_rollup`, "latin1");
  const mb = (field: string): number =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? Number.NaN) / 1024;
  const own = mb("Private_Clean") + mb("Private_Dirty");
  return { pss: mb("Pss"), own, shared: mb("Rss") - own };
}

function childrenOf(pid: number): number[] {
  const threads = readdirSync(`/proc/${String(pid)}/task`);
  return threads.flatMap((thread) =>
    readFileSync(`/proc/${String(pid)}/task/${thread}/children`, "latin1")
      .split(" ")
      .filter(Boolean)
      .map(Number),
  );
}

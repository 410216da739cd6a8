import { rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { compared, summarise, type Benchmark, type Row } from "./benchmark.ts";
import { exerciseFolder, type Packaged } from "./packaged.ts";
import { processTime } from "./processTime.ts";

const rounds = 25;
const firstRounds = 5;
const mocha = createRequire(import.meta.url).resolve("mocha/bin/mocha.js");
const assistant = join(import.meta.dirname, "assistant");

/** `gradus check` in a process of its own, against ten assertions in mocha, as a teaching assistant would write them. */
export default {
  async measure(packaged) {
    const ids = (await readdir(assistant)).map((name) => basename(name, ".ts"));
    const rows: Row[] = [];
    const bare: number[] = [];
    for (const id of ids) rows.push(...compare(packaged, id, bare));
    rows.push(...firstChecks(packaged, ids[0] ?? ""));
    return {
      title: "A check from the command line, against mocha",
      rows: [summarise("node -e 0", bare), ...rows],
    };
  },
} satisfies Benchmark;

function compare({ main }: Packaged, id: string, bare: number[]): Row[] {
  const solution = join(exerciseFolder, id, "solution.ts");
  const check = [main, "check", solution, "--exercise", id];
  const tests = [mocha, "--require", "esbuild-register", join(assistant, `${id}.ts`)];
  processTime(check); // computes the expected values, which later checks find in the cache
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    theirs.push(processTime(tests));
    ours.push(processTime(check));
    bare.push(processTime(["-e", "0"]));
  }
  const other = summarise(`${id}, mocha + esbuild-register`, theirs);
  const own = compared(summarise(`${id}, gradus check`, ours), other);
  return [other, { ...own, target: { text: "p50 <= 1x", met: own.p50 <= other.p50 } }];
}

/** What the caches save: the first check of an exercise, and the very first on a machine, which also probes the backends. */
function firstChecks({ main, cache }: Packaged, id: string): Row[] {
  const check = [main, "check", join(exerciseFolder, id, "solution.ts"), "--exercise", id];
  const samples = (emptied: string): number[] =>
    Array.from({ length: firstRounds }, () => {
      rmSync(emptied, { recursive: true, force: true });
      return processTime(check);
    });
  return [
    summarise(`${id}, first gradus check of this exercise`, samples(join(cache, "expected"))),
    summarise(`${id}, first gradus check on this machine`, samples(cache)),
  ];
}

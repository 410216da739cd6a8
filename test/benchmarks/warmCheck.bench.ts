import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { exerciseIds } from "#catalog/folders.ts";
import { compared, summarise, type Benchmark, type Row } from "./benchmark.ts";
import { exerciseFolder } from "./packaged.ts";
import { processTime } from "./processTime.ts";
import { startEngine, type WarmEngine } from "./warmEngine.ts";

const rounds = 40;
const warmUps = 10;

interface Contender {
  readonly id: string;
  readonly slips: readonly string[];
  readonly right: number[];
  readonly wrong: number[];
}

/** One check in a warm engine, against the start of a Node that does nothing. */
export default {
  async measure(packaged) {
    const engine = startEngine(packaged);
    const contenders = await Promise.all((await exerciseIds(exerciseFolder)).map(contender));
    for (let round = 0; round < warmUps; round++)
      for (const one of contenders) await takeTurn(engine, one, round);
    for (const { right, wrong } of contenders) right.length = wrong.length = 0;
    const bare: number[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const one of contenders) {
        bare.push(processTime(["-e", "0"]));
        await takeTurn(engine, one, round);
      }
    }
    await engine.close();
    const node = summarise("node -e 0", bare);
    const rows = contenders.flatMap((one) => rowsOf(one, node));
    return { title: "A warm check, against the start of a bare Node", rows: [node, ...rows] };
  },
} satisfies Benchmark;

async function contender(id: string): Promise<Contender> {
  const folder = join(exerciseFolder, id, "misconceptions");
  const slips = (await readdir(folder))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
  return { id, slips, right: [], wrong: [] };
}

/** The right submission and one of the slips, another one each round. */
async function takeTurn(engine: WarmEngine, one: Contender, round: number): Promise<void> {
  const solution = join(exerciseFolder, one.id, "solution.ts");
  one.right.push((await engine.check({ exercise: one.id, file: solution })).ms);
  const slip = one.slips[round % one.slips.length];
  if (slip !== undefined) one.wrong.push((await engine.check({ exercise: one.id, file: slip })).ms);
}

function rowsOf({ id, right, wrong }: Contender, node: Row): Row[] {
  const passed = compared(summarise(`${id}, right`, right), node);
  const failed = compared(summarise(`${id}, a slip named`, wrong), node);
  const [p50, p95] = [passed.ratio?.p50 ?? Infinity, passed.ratio?.p95 ?? Infinity];
  return [
    { ...passed, target: { text: "p50 <= 1x, p95 <= 2x", met: p50 <= 1 && p95 <= 2 } },
    { ...failed, target: { text: "<= 30 ms more", met: failed.p50 - passed.p50 <= 30 } },
  ];
}

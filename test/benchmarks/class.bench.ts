import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { generateClass } from "../fixtures/classes/generateClass.ts";
import type { Benchmark, Row } from "./benchmark.ts";
import type { Packaged } from "./packaged.ts";
import { pssOfTree } from "./processMemory.ts";

/** GRADUS_STUDENTS=1000 for the class that the targets speak of. */
const most = Number(process.env["GRADUS_STUDENTS"] ?? 100);
/** Always these, however many there are by now: figures of different days are of one class. */
const exercises = ["gaussian-mle", "rbm-cd1", "elbo", "ddpm-loss", "backprop"];
const assistantRuns = 40;
const assistant = join(import.meta.dirname, "assistant");

/** A class in jails, against one mocha process for each student and exercise, two at a time and not isolated. */
export default {
  async measure(packaged) {
    const rate = await assistantRate();
    const rows: Row[] = [
      figure(`mocha + esbuild-register, ${String(lanes)} at a time, honest files`, "/s", rate),
    ];
    const sizes = [...new Set([Math.max(10, Math.round(most / 10)), most])];
    for (const students of sizes)
      for (const hostileShare of [0, 0.01])
        rows.push(...(await rowsOf(packaged, { students, hostileShare, rate })));
    return {
      title: "A class of five exercises, in jails",
      rows,
      notes: ["Class times include the start, the gradebook's making and the reports."],
    };
  },
} satisfies Benchmark;

const lanes = Math.min(2, availableParallelism());

async function rowsOf(
  packaged: Packaged,
  {
    students,
    hostileShare,
    rate,
  }: { readonly students: number; readonly hostileShare: number; readonly rate: number },
): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "gradus-bench-class-"));
  try {
    const made = await generateClass({
      folder: join(folder, "submissions"),
      students,
      exercises,
      hostileShare,
    });
    const { seconds, peakMb } = await gradeClass(packaged, folder);
    const name = `${String(students)} students, ${String(100 * hostileShare)} % hostile`;
    const ours = made.length / seconds;
    const graded = {
      ...figure(`${name}: graded`, "/s", ours),
      ratio: { to: "mocha", p50: ours / rate, p95: null },
    };
    const memory = figure(`${name}: peak PSS of all processes`, "MB", peakMb);
    return [
      hostileShare > 0 ? { ...graded, target: { text: ">= 10x", met: ours >= 10 * rate } } : graded,
      hostileShare > 0 ? memory : { ...memory, target: { text: "<= 1024 MB", met: peakMb <= 1024 } },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function gradeClass({ main }: Packaged, cwd: string): Promise<{ seconds: number; peakMb: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, [main, "grade", "submissions"], {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, pssOfTree(child.pid ?? 0));
  }, 250);
  await ended;
  clearInterval(watch);
  if ((await ended) !== 0) throw new Error(`gradus grade failed: ${complaint}`);
  return { seconds: (performance.now() - start) / 1000, peakMb };
}

/** What an assistant's tests do in a second. Only honest files: nothing would hold the others. */
async function assistantRate(): Promise<number> {
  const mocha = createRequire(import.meta.url).resolve("mocha/bin/mocha.js");
  const args = [mocha, "--require", "esbuild-register", join(assistant, "elbo.ts")];
  const start = performance.now();
  let left = assistantRuns;
  const lane = async (): Promise<void> => {
    while (left-- > 0)
      await new Promise((resolve) =>
        spawn(process.execPath, args, { stdio: "ignore" }).once("close", resolve),
      );
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return assistantRuns / ((performance.now() - start) / 1000);
}

function figure(what: string, unit: "/s" | "MB", p50: number): Row {
  return { what, unit, p50, p95: null };
}

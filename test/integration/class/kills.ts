import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Grade } from "#contract/class.ts";
import { createRng } from "#sdk/random.ts";
import { descendants, killQuietly, type ClassPlace, type Ended } from "./classPlace.ts";

export interface Kills {
  readonly kills: number;
  readonly seed: string;
  readonly longestMs: number;
  /** What counts at the moment: looked at after every death. */
  readonly grades: () => Promise<readonly Grade[]>;
}

export interface Survived extends Ended {
  /** Kills that were left when the class had come to its end. */
  readonly left: number;
}

/** One class after another, until so many kills were made: a quick machine is done with one class after a few of them. */
export async function roundsOf(
  kills: number,
  round: (left: number, count: number) => Promise<number>,
): Promise<void> {
  let left = kills;
  for (let count = 1; left > 0; count++) {
    assert.ok(count <= 4 * kills, "hardly a class is hit");
    left = await round(left, count);
  }
}

/**
 * Runs a command again and again until it ends by itself. Until `kills` are used up, at random moments either the process or
 * one of its jails is killed. A grade that was seen once must be there ever after, as it was first written.
 */
export async function runUnderKills(
  start: () => ReturnType<ClassPlace["start"]>,
  { kills, seed, longestMs, grades }: Kills,
): Promise<Survived> {
  const written = new Written();
  const rng = createRng(seed);
  let left = kills;
  for (let run = 0; run < 4 * kills + 4; run++) {
    const child = start();
    // most kills are meant for the grading, however long this machine takes to begin it; the others for the start
    if (left > 0 && rng.uniform(0, 1) < 0.75) await isGrading(child);
    // killed at random moments until none are left or it has ended
    while (left > 0 && (await isStillRunning(child, rng.uniform(100, longestMs)))) {
      left--;
      const jails = descendants(child.pid ?? 0).filter(({ command }) => command.startsWith("/node\0"));
      if (rng.uniform(0, 1) < 0.4 && jails.length > 0)
        killQuietly(jails[rng.integer(0, jails.length - 1)]?.pid);
      else killQuietly(child.pid);
    }
    const end = await child.ended;
    written.look(await grades());
    if (end.status !== null) return { ...end, left };
  }
  assert.fail("It never came to an end.");
}

/** When each grade was made, as it was first seen. */
class Written {
  readonly #seen = new Map<string, string>();

  look(grades: readonly Grade[]): void {
    const now = new Map(grades.map((grade) => [`${grade.student} ${grade.exercise}`, grade.gradedAt]));
    for (const [place, gradedAt] of this.#seen)
      assert.equal(now.get(place), gradedAt, `${place} was written twice`);
    for (const [place, gradedAt] of now) this.#seen.set(place, gradedAt);
  }
}

async function isGrading(child: ReturnType<ClassPlace["start"]>): Promise<void> {
  const said = new Promise<void>((resolve) => {
    child.stderr?.on("data", (chunk: Buffer) => {
      if (/\d+ of \d+ graded/.test(chunk.toString())) resolve();
    });
  });
  await Promise.race([said, child.ended]);
}

async function isStillRunning(child: ReturnType<ClassPlace["start"]>, afterMs: number): Promise<boolean> {
  return await Promise.race([child.ended.then(() => false), sleep(afterMs, true)]);
}

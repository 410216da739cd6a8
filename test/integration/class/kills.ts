import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { createRng } from "#sdk/random.ts";
import { descendants, killQuietly, type ClassPlace, type Ended } from "./classPlace.ts";

/**
 * Runs a command again and again until it ends by itself. Until `kills` are used up, at random moments either the process or
 * one of its jails is killed.
 */
export async function runUnderKills(
  start: () => ReturnType<ClassPlace["start"]>,
  { kills, seed, longestMs }: { readonly kills: number; readonly seed: string; readonly longestMs: number },
): Promise<Ended> {
  const rng = createRng(seed);
  let left = kills;
  for (let run = 0; run < 4 * kills + 4; run++) {
    const child = start();
    // killed at random moments until none are left or it has ended
    while (left > 0 && (await isStillRunning(child, rng.uniform(100, longestMs)))) {
      left--;
      const jails = descendants(child.pid ?? 0).filter(({ command }) => command.startsWith("/node\0"));
      if (rng.uniform(0, 1) < 0.4 && jails.length > 0)
        killQuietly(jails[rng.integer(0, jails.length - 1)]?.pid);
      else killQuietly(child.pid);
    }
    const end = await child.ended;
    if (end.status !== null) return end;
  }
  assert.fail("It never came to an end.");
}

async function isStillRunning(child: ReturnType<ClassPlace["start"]>, afterMs: number): Promise<boolean> {
  return await Promise.race([child.ended.then(() => false), sleep(afterMs, true)]);
}

import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import { infoFd } from "./jailCommand.ts";

/** Hears from bwrap which process the jailed Node is, as seen from outside: the one whose CPU time and memory count. */
export function findJailedPid(child: ChildProcess): () => number | undefined {
  let heard = "";
  let pid: number | undefined;
  (child.stdio[infoFd] as Readable | null | undefined)
    ?.on("error", () => undefined)
    .on("data", (chunk: Buffer) => {
      heard += chunk.toString("latin1");
      const found = /"child-pid": (\d+)/.exec(heard)?.[1];
      if (found !== undefined) pid = Number(found);
    });
  return () => pid;
}

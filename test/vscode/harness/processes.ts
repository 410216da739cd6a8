import { execFileSync } from "node:child_process";

/** Ids of the processes whose command line holds a text. */
export function processesOf(text: string): number[] {
  return list()
    .filter(({ command }) => command.includes(text))
    .map(({ pid }) => pid);
}

export function childrenOf(parent: number): number[] {
  return list()
    .filter((one) => one.parent === parent)
    .map(({ pid }) => pid);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function list(): Process[] {
  const lines = execFileSync("ps", ["-ww", "-eo", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  return lines.flatMap((line) => {
    const found = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    return found === null
      ? []
      : [{ pid: Number(found[1]), parent: Number(found[2]), command: found[3] ?? "" }];
  });
}

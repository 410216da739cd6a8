import { readdirSync, readFileSync } from "node:fs";

/** Proportional set size of a process and all that descend from it, in MB: what they take of the machine together. */
export function pssOfTree(pid: number): number {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap(processOf);
  const below = (parent: number): number[] => [
    parent,
    ...processes.filter((one) => one.parent === parent).flatMap((one) => below(one.pid)),
  ];
  return below(pid).reduce((sum, one) => sum + pssOf(one), 0);
}

function processOf(name: string): { pid: number; parent: number }[] {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, "latin1");
    return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) }];
  } catch {
    return []; // gone meanwhile
  }
}

function pssOf(pid: number): number {
  try {
    return (
      Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, "latin1"))?.[1]) / 1024
    );
  } catch {
    return 0;
  }
}

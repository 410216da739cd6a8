import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { GradusError } from "#contract/errors.ts";
import { cleanEnvironment, prlimit, resourceLimits, type Command } from "../command.ts";
import { librariesOf } from "./libraries.ts";

export const bwrap = "/usr/bin/bwrap";

/** The file descriptors that bwrap finds open: the seccomp filter to load, and a pipe to say which process it started. */
export const seccompFd = 3;
export const infoFd = 4;

export interface Jail {
  /** The command that runs the jailed Node with these arguments. */
  readonly command: (nodeArguments: readonly string[]) => Command;
  readonly seccompPath: string;
}

/**
 * bubblewrap around Node: no file system but Node and its libraries, read-only; no network, no other processes, no
 * capabilities; the seccomp filter and the kernel's limits on top. Works as root and as an ordinary user.
 */
export async function buildJail(nodePath: string, memoryMb: number): Promise<Jail> {
  const seccompPath = requireParts();
  const node = await realpath(nodePath);
  const libraries = await librariesOf(node);
  const view = [{ inside: "/node", outside: node }, ...libraries].flatMap(({ inside, outside }) => [
    "--ro-bind",
    outside,
    inside,
  ]);
  const environment = Object.entries(cleanEnvironment).flatMap(([name, value]) => [
    "--setenv",
    name,
    value ?? "",
  ]);
  const walls = [
    ...["--unshare-all", "--die-with-parent", "--new-session", "--as-pid-1", "--cap-drop", "ALL"],
    ...["--hostname", "sandbox", "--uid", "65534", "--gid", "65534", "--clearenv", ...environment],
    ...view,
    ...["--remount-ro", "/", "--chdir", "/", "--seccomp", String(seccompFd), "--info-fd", String(infoFd)],
  ];
  const before = [...resourceLimits(memoryMb), "--", bwrap, ...walls, "--", "/node"];
  return { seccompPath, command: (args) => ({ file: prlimit, args: [...before, ...args], env: {} }) };
}

/** Says what is missing and how to get it. There is no weaker jail to fall back to. */
function requireParts(): string {
  if (process.platform !== "linux")
    throw unavailable("The jail needs Linux; here only the process sandbox can be had.");
  if (!existsSync(bwrap))
    throw unavailable(
      `The jail needs bubblewrap (${bwrap}): apt-get install bubblewrap, or your system's equivalent.`,
    );
  if (!existsSync(prlimit))
    throw unavailable(`The jail needs prlimit (${prlimit}), which is part of util-linux.`);
  const filter = new URL(`./seccomp.${process.arch}.bpf`, import.meta.url);
  if (!existsSync(filter))
    throw unavailable(`The jail has no seccomp filter for ${process.arch}; there is one for x64 and arm64.`);
  return fileURLToPath(filter);
}

export function unavailable(message: string, cause?: unknown): GradusError {
  return new GradusError("sandbox-unavailable", message, { cause });
}

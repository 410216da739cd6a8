import { execFile } from "node:child_process";
import { realpath } from "node:fs/promises";
import { promisify } from "node:util";

/** Where a shared library must lie inside the jail, and the real file outside. */
export interface Library {
  readonly inside: string;
  readonly outside: string;
}

/** The shared libraries that a program needs, loader included, as `ldd` names them. Asked once per program. */
export function librariesOf(program: string): Promise<readonly Library[]> {
  let libraries = known.get(program);
  if (!libraries) {
    libraries = askLdd(program);
    known.set(program, libraries);
  }
  return libraries;
}

const known = new Map<string, Promise<readonly Library[]>>();

async function askLdd(program: string): Promise<readonly Library[]> {
  const { stdout } = await promisify(execFile)("ldd", [program], {
    env: { LC_ALL: "C", PATH: "/usr/bin:/bin" },
  });
  const paths = stdout
    .split("\n")
    .map(libraryPath)
    .filter((path) => path !== undefined);
  return await Promise.all(paths.map(async (inside) => ({ inside, outside: await realpath(inside) })));
}

/** `libc.so.6 => /lib/.../libc.so.6 (0x...)`, or the loader alone: `/lib64/ld-linux-x86-64.so.2 (0x...)`. */
function libraryPath(line: string): string | undefined {
  return /^\s*(?:\S+ => )?(\/\S+) \(0x/.exec(line)?.[1];
}

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { zip, type ZipEntry } from "../zip.ts";
import { autograderReadme, runAutograder, setup } from "./files.ts";

/**
 * A Gradescope autograder: setup.sh, run_autograder and a README in the archive's root, and gradus itself under gradus/.
 * `packageFolder` holds an installed or built gradus: a package.json, whose `files` are taken. No seed is in it: the README says where one goes.
 * Source: Gradescope, Autograder Specifications ("the file must contain at least two files in the root").
 */
export async function autograderZip(
  packageFolder: string,
  exercises: readonly string[],
): Promise<Uint8Array> {
  const manifest = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as Manifest;
  const paths = await carriedFiles(packageFolder, manifest.files ?? []);
  const carried = await Promise.all(
    paths.toSorted().map(async (path): Promise<ZipEntry> => {
      return { name: `gradus/${path}`, content: await readFile(join(packageFolder, path)) };
    }),
  );
  return zip([
    program("setup.sh", setup),
    program("run_autograder", runAutograder(exercises)),
    text("README.md", autograderReadme),
    text("gradus/package.json", `${JSON.stringify(installable(manifest), undefined, 2)}\n`),
    ...carried,
  ]);
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly files?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What npm has to install there, and nothing that builds or tests gradus. */
function installable({ name, version, dependencies = {}, optionalDependencies = {} }: Manifest): object {
  return { name, version, private: true, type: "module", dependencies, optionalDependencies };
}

/** What npm would pack: the manifest's `files` without those behind an exclamation mark. */
async function carriedFiles(folder: string, files: readonly string[]): Promise<readonly string[]> {
  const left = files.filter((name) => name.startsWith("!")).map((name) => name.slice(1));
  const wanted = files.filter((name) => !name.startsWith("!"));
  const paths = (await Promise.all(wanted.map((name) => filesUnder(folder, name)))).flat();
  return paths.filter((path) => !left.some((name) => path === name || path.startsWith(`${name}/`)));
}

async function filesUnder(folder: string, name: string): Promise<readonly string[]> {
  if (!(await stat(join(folder, name))).isDirectory()) return [name];
  const entries = await readdir(join(folder, name), { withFileTypes: true });
  return (await Promise.all(entries.map((entry) => filesUnder(folder, `${name}/${entry.name}`)))).flat();
}

function program(name: string, content: string): ZipEntry {
  return { name, content: Buffer.from(content), mode: 0o755 };
}

function text(name: string, content: string): ZipEntry {
  return { name, content: Buffer.from(content), mode: 0o644 };
}

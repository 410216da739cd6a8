import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { linkSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { GradusError } from "#contract/errors.ts";
import { readLimits } from "#exchange/read/limits.ts";
import { readClass } from "#exchange/read/readClass.ts";
import { exercises, readOutline, temporaryFolder, text, writeFiles, zipOf } from "./support.ts";

const taken = "ann elbo < ann/elbo.ts";

/** [what, what to do to a class's folder, lines beside the honest one] */
const table: readonly (readonly [string, (root: string) => void, readonly string[]])[] = [
  [
    "a link to a file",
    (root) => {
      symlinkSync("../ann/elbo.ts", join(root, "bo", "elbo.ts"));
    },
    ["symlink bo < bo/elbo.ts"],
  ],
  [
    "a link to a folder",
    (root) => {
      symlinkSync("/etc", join(root, "bo", "elbo"));
    },
    ["symlink bo < bo/elbo"],
  ],
  [
    "a link to itself",
    (root) => {
      symlinkSync("elbo.ts", join(root, "bo", "elbo.ts"));
    },
    ["symlink bo < bo/elbo.ts"],
  ],
  [
    "a link as a student",
    (root) => {
      symlinkSync("ann", join(root, "cy"));
    },
    ["symlink - < cy"],
  ],
  [
    "a pipe",
    (root) => {
      execFileSync("sh", ["-c", 'mkfifo "$0"', join(root, "bo", "elbo.ts")]);
    },
    ["unreadable bo < bo/elbo.ts"],
  ],
  [
    "a folder named like a file",
    (root) => {
      writeFiles(root, { "bo/elbo.ts/": "" });
    },
    [],
  ],
  [
    "an empty file",
    (root) => {
      writeFiles(root, { "bo/elbo.ts": "" });
    },
    ["unreadable bo < bo/elbo.ts"],
  ],
  [
    "a file of spaces",
    (root) => {
      writeFiles(root, { "bo/elbo.ts": "\ufeff \n" });
    },
    ["unreadable bo < bo/elbo.ts"],
  ],
  [
    "a file that is too large",
    (root) => {
      writeFiles(root, { "bo/elbo.ts": "/".repeat(256 * 1024 + 1) });
    },
    ["too-large bo < bo/elbo.ts"],
  ],
  [
    "a film",
    (root) => {
      writeFiles(root, { "bo/elbo.ts": Buffer.from([0x47, 0x40, 0, 0x10, 0]) });
    },
    ["not-text bo < bo/elbo.ts"],
  ],
  [
    "Latin-1",
    (root) => {
      writeFiles(root, { "bo/elbo.ts": Buffer.from("// Schätzer", "latin1") });
    },
    ["not-text bo < bo/elbo.ts"],
  ],
  [
    "UTF-16",
    (root) => {
      writeFiles(root, { "bo/elbo.ts": Buffer.from(`\ufeff${text}`, "utf16le") });
    },
    ["bo elbo < bo/elbo.ts"],
  ],
  [
    "an archive",
    (root) => {
      writeFiles(root, { "bo/elbo.zip": zipOf({ "elbo.ts": text }) });
    },
    ["nested-archive bo < bo/elbo.zip"],
  ],
  [
    "folders without end",
    (root) => {
      writeFiles(root, { [`bo/${"d/".repeat(30)}elbo.ts`]: text });
    },
    [`unreadable bo < bo/${"d/".repeat(12).slice(0, -1)}`],
  ],
  [
    "control characters in a name",
    (root) => {
      writeFiles(root, { "bo/el\x07bo.ts": text });
    },
    ["unreadable bo < bo/el\\x07bo.ts"],
  ],
  [
    "two names that differ in case",
    (root) => {
      writeFiles(root, { "bo/ELBO.ts": text, "bo/elbo.ts": text });
    },
    ["bo elbo < bo/ELBO.ts", "superseded bo < bo/elbo.ts"],
  ],
  [
    "two students who differ in case",
    (root) => {
      writeFiles(root, { "Ann/rbm-cd1.ts": text });
      renameSync(join(root, "Ann"), join(root, "ANN"));
    },
    ["duplicate-student ANN < ANN"],
  ],
];

describe("a hostile folder", () => {
  const folder = temporaryFolder();

  for (const [what, change, expected] of table)
    it(what, async () => {
      const root = writeFiles(join(folder(), "class"), { "ann/elbo.ts": text, "bo/": "" });
      change(root);
      const found = await readOutline(root);
      const mine = what.startsWith("two students")
        ? ["ANN rbm-cd1 < ANN/rbm-cd1.ts", "duplicate-student ann < ann"]
        : [taken, ...expected];
      assert.deepEqual(found.toSorted(), mine.toSorted());
    });

  it("a socket", async () => {
    const root = writeFiles(join(folder(), "class"), { "ann/elbo.ts": text, "bo/": "" });
    const server = createServer().listen(join(root, "bo", "elbo.ts"));
    try {
      await new Promise((resolve) => server.once("listening", resolve));
      assert.deepEqual(await readOutline(root), [taken, "unreadable bo < bo/elbo.ts"]);
    } finally {
      server.close();
    }
  });

  it("more files than are looked at", async () => {
    const root = writeFiles(join(folder(), "class"), { "ann/elbo.ts": text, "bo/elbo.ts": text });
    const found = await readOutline(root, { limits: { ...readLimits, entries: 2 } });
    assert.deepEqual(found, [taken, "archive-too-large - < class"]);
  });

  it("the latest by its time counts where nothing else tells", async () => {
    const root = writeFiles(join(folder(), "class"), {
      "ann/a/elbo.ts": "old",
      "ann/b/elbo.ts": "new",
      "ann/elbo.ts": "oldest",
    });
    for (const [at, path] of ["elbo.ts", "a/elbo.ts", "b/elbo.ts"].entries())
      utimesSync(join(root, "ann", path), 1_790_000_000, 1_790_000_000 + 60 * at);
    const { received } = await readClass({ path: root, exercises });
    assert.deepEqual(
      received.map(({ submission }) => submission.source),
      ["new"],
    );
  });

  it("a student who handed nothing in is there", async () => {
    const { students } = await readClass({
      path: writeFiles(folder(), { "ann/elbo.ts": text, "bo/": "" }),
      exercises,
    });
    assert.deepEqual(
      students.map(({ id }) => id),
      ["ann", "bo"],
    );
  });

  it("the folder itself may be a link, and files may have several names", async () => {
    const root = writeFiles(join(folder(), "class"), { "ann/elbo.ts": text });
    linkSync(join(root, "ann", "elbo.ts"), join(root, "ann", "rbm-cd1.ts"));
    const link = join(folder(), "link");
    symlinkSync(root, link);
    assert.deepEqual(await readOutline(link), [taken, "ann rbm-cd1 < ann/rbm-cd1.ts"]);
  });

  it("a folder that is not there, or a file, is the instructor's mistake", async () => {
    const root = folder();
    for (const [path, code] of [
      ["nowhere", "file-not-found"],
      ["a.txt", "file-not-readable"],
    ] as const) {
      if (path === "a.txt") writeFileSync(join(root, path), "x");
      await assert.rejects(
        readClass({ path: join(root, path), exercises }),
        (error) => error instanceof GradusError && error.code === code,
      );
    }
    rmSync(join(root, "a.txt"));
  });
});

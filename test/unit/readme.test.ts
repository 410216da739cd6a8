import { strict as assert } from "node:assert";
import { readFile } from "node:fs/promises";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { readmeWithTable } from "../../grader/cli/build/readmeTable.ts";

const root = join(import.meta.dirname, "..", "..");

describe("README", () => {
  it("has the table of exercises that the folders give", async () => {
    assert.equal(await readFile(join(root, "README.md"), "utf8"), await readmeWithTable());
  });

  it("names only npm scripts that exist", async () => {
    const text = await readFile(join(root, "README.md"), "utf8");
    const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = [...text.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map((match) => match[1] ?? "");
    assert.ok(named.length > 2);
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });

  it("names only commands that the program has", async () => {
    const text = await readFile(join(root, "README.md"), "utf8");
    const named = new Set([...text.matchAll(/`(?:npx )?gradus ([a-z]+)/g)].map((match) => match[1] ?? ""));
    const help = spawnSync(process.execPath, [join(root, "grader/cli/main.ts"), "--help"], {
      encoding: "utf8",
    }).stdout;
    assert.ok(named.size > 5);
    for (const name of named) assert.match(help, new RegExp(`^  ${name}\\b`, "m"));
  });
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundled, openWorkplace, type Workplace } from "../integration/cli/gradus.ts";
import { Watched } from "../integration/cli/watched.ts";

const of = (name: string): string => readFileSync(join(bundled, "gaussian-mle", `${name}.ts`), "utf8");

/** The folder was watched only after "watching" had been said: what was saved before, the first check's time included, was missed. */
describe("regression: a file saved as soon as --watch has begun", function () {
  this.timeout(60_000);
  let work: Workplace;
  before(() => (work = openWorkplace()));
  after(() => {
    work.remove();
  });

  for (const attempt of [1, 2, 3])
    it(`is checked again (${attempt})`, async () => {
      const file = join(work.folder, "mine.ts");
      writeFileSync(file, of("starter"));
      const child = work.start(["check", file, "--exercise", "gaussian-mle", "--backend", "wasm", "--watch"]);
      const watched = new Watched(child);
      try {
        await watched.says(/gaussian-mle .* 0 \/ 100/);
        writeFileSync(file, of("solution"));
        await watched.says(/gaussian-mle .* 100 \/ 100/);
      } finally {
        await watched.interrupt();
      }
    });
});

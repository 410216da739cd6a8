import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readClass } from "#exchange/read/readClass.ts";
import { exercises, filesUnder, outline, temporaryFolder, zipOf } from "./support.ts";

const samples = join(import.meta.dirname, "..", "..", "..", "fixtures", "classes");

interface Sample {
  readonly folder: string;
  readonly roster: string;
  readonly students: readonly string[];
  readonly alone: readonly string[];
  readonly withRoster: readonly string[];
}

const table: readonly Sample[] = [
  {
    folder: "moodle",
    roster: "moodle-worksheet.csv",
    students: ["s2601", "s2602", "s2603", "s2604", "s2605", "s2606"],
    alone: [
      "4821034 elbo < Aoi Tanaka_4821034_assignsubmission_file/elbo.ts",
      "4821035 elbo < 佐藤 花子_4821035_assignsubmission_file/elbo.ts",
      "4821036 elbo < Niamh OBrien_4821036_assignsubmission_file/work/elbo.ts",
      "4821037 elbo < José Núñez_4821037_assignsubmission_file/solution.ts",
      "4821038 elbo < Liam Schmidt_4821038_assignsubmission_file/elbo (1).ts",
      "unknown-exercise 4821037 < José Núñez_4821037_assignsubmission_onlinetext/onlinetext.html",
      "superseded 4821038 < Liam Schmidt_4821038_assignsubmission_file/elbo.ts",
    ],
    withRoster: [
      "s2601 elbo < Aoi Tanaka_4821034_assignsubmission_file/elbo.ts",
      "s2602 elbo < 佐藤 花子_4821035_assignsubmission_file/elbo.ts",
      "s2603 elbo < Niamh OBrien_4821036_assignsubmission_file/work/elbo.ts",
      "s2604 elbo < José Núñez_4821037_assignsubmission_file/solution.ts",
      "s2605 elbo < Liam Schmidt_4821038_assignsubmission_file/elbo (1).ts",
      "unknown-exercise s2604 < José Núñez_4821037_assignsubmission_onlinetext/onlinetext.html",
      "superseded s2605 < Liam Schmidt_4821038_assignsubmission_file/elbo.ts",
    ],
  },
  {
    folder: "canvas",
    roster: "canvas-gradebook.csv",
    students: ["s2604", "s2603", "s2601", "s2606", "s2602"],
    alone: [
      "20117 elbo < tanakaaoi_20117_5530011_elbo.ts",
      "20117 gaussian-mle < tanakaaoi_20117_5530012_gaussian-mle.ts",
      "20118 elbo < núñezjosé_LATE_20118_5530040_elbo-1.ts late",
      "20119 elbo < 佐藤花子_20119_5530023_elbo.ts",
      "20119 gaussian-mle < 佐藤花子_20119_5530024_my solution.ts",
      "unknown-exercise 20120 < obrienniamh_20120_link.html",
    ],
    withRoster: [
      "s2604 elbo < núñezjosé_LATE_20118_5530040_elbo-1.ts late",
      "s2601 elbo < tanakaaoi_20117_5530011_elbo.ts",
      "s2601 gaussian-mle < tanakaaoi_20117_5530012_gaussian-mle.ts",
      "s2602 elbo < 佐藤花子_20119_5530023_elbo.ts",
      "s2602 gaussian-mle < 佐藤花子_20119_5530024_my solution.ts",
      "unknown-exercise s2603 < obrienniamh_20120_link.html",
    ],
  },
  {
    folder: "github-classroom",
    roster: "classroom_roster.csv",
    students: ["s2601", "s2602", "s2604", "s2606"],
    alone: [
      "Someone-Else elbo < elbo-submissions/elbo-Someone-Else/elbo.ts",
      "aoi-tanaka elbo < elbo-submissions/elbo-aoi-tanaka/elbo.ts",
      "hanako-s elbo < elbo-submissions/elbo-hanako-s/src/elbo.ts",
    ],
    withRoster: [
      "s2601 elbo < elbo-submissions/elbo-aoi-tanaka/elbo.ts",
      "s2602 elbo < elbo-submissions/elbo-hanako-s/src/elbo.ts",
      "unknown-student - < elbo-submissions/elbo-Someone-Else",
    ],
  },
];

describe("a class as the platform gives it", () => {
  const folder = temporaryFolder();

  for (const { folder: name, roster, students, alone, withRoster } of table) {
    const path = join(samples, name);
    const list = join(samples, roster);

    it(`${name}, unpacked`, async () => {
      assert.deepEqual(outline(await readClass({ path, exercises })), alone);
    });

    it(`${name}, with the roster that it exports`, async () => {
      const found = await readClass({ path, roster: list, exercises });
      assert.deepEqual(outline(found), withRoster);
      assert.deepEqual(
        found.students.map(({ id }) => id),
        students,
      );
    });

    it(`${name}, as the zip that was downloaded`, async () => {
      const archive = join(folder(), "download.zip");
      writeFileSync(archive, zipOf(filesUnder(path)));
      const packed = await readClass({ path: archive, roster: list, exercises });
      assert.deepEqual(outline(packed), withRoster);
      assert.deepEqual(packed, await readClass({ path, roster: list, exercises }));
    });
  }
});

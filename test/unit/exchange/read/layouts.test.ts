import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readOutline, temporaryFolder, text, writeFiles, zipOf, type Files } from "./support.ts";

/** Paths, each with the same valid text. */
function named(...paths: readonly string[]): Files {
  return Object.fromEntries(paths.map((path) => [path, text]));
}

const header = `// gradus: rbm-cd1\n${text}`;

/** [what, files, the class in lines] */
const folders: readonly (readonly [string, Files, readonly string[]])[] = [
  [
    "a folder per student",
    named("taro/elbo.ts", "jiro/elbo.ts"),
    ["jiro elbo < jiro/elbo.ts", "taro elbo < taro/elbo.ts"],
  ],
  ["the first line goes before the name", { "taro/elbo.ts": header }, ["taro rbm-cd1 < taro/elbo.ts"]],
  ["a first line after a byte-order mark", { "taro/x.ts": `\ufeff${header}` }, ["taro rbm-cd1 < taro/x.ts"]],
  ["a folder per exercise", named("taro/elbo/solution.ts"), ["taro elbo < taro/elbo/solution.ts"]],
  [
    "a folder per exercise with more in it",
    named("taro/elbo/solution.ts", "taro/elbo/attempt.ts"),
    ["taro elbo < taro/elbo/solution.ts", "unknown-exercise taro < taro/elbo/attempt.ts"],
  ],
  [
    "exercises first",
    named("elbo/taro/solution.ts", "elbo/jiro/x.ts"),
    ["jiro elbo < elbo/jiro/x.ts", "taro elbo < elbo/taro/solution.ts"],
  ],
  [
    "another case and other signs",
    named("taro/Gaussian_MLE.ts"),
    ["taro gaussian-mle < taro/Gaussian_MLE.ts"],
  ],
  ["what mail programs append", named("taro/elbo.ts.txt"), ["taro elbo < taro/elbo.ts.txt"]],
  ["another .mts", named("taro/elbo.mts"), ["taro elbo < taro/elbo.mts"]],
  [
    "an exercise with a number in its name is no copy",
    named("taro/rbm-cd1.ts"),
    ["taro rbm-cd1 < taro/rbm-cd1.ts"],
  ],
  ["an unknown exercise by name", named("taro/bonus.ts"), ["unknown-exercise taro < taro/bonus.ts"]],
  [
    "an unknown exercise by its first line",
    { "taro/elbo.ts": `// gradus: bonus\n${text}` },
    ["unknown-exercise taro < taro/elbo.ts"],
  ],
  [
    "what is no TypeScript",
    named("taro/elbo.py", "taro/README.md", "taro/tsconfig.json"),
    ["unknown-exercise taro < taro/elbo.py"],
  ],
  [
    "a file of nobody",
    named("elbo.ts", "taro/elbo.ts", "grades.csv"),
    ["taro elbo < taro/elbo.ts", "unknown-student - < elbo.ts"],
  ],
  [
    "a folder around everything",
    named("class/taro/elbo.ts", "class/jiro/elbo.ts"),
    ["jiro elbo < class/jiro/elbo.ts", "taro elbo < class/taro/elbo.ts"],
  ],
  [
    "litter",
    named(
      "taro/elbo.ts",
      "taro/.DS_Store",
      "__MACOSX/taro/._elbo.ts",
      "taro/node_modules/a/elbo.ts",
      ".git/config",
    ),
    ["taro elbo < taro/elbo.ts"],
  ],
  [
    "the work of one student",
    named("elbo/solution.ts", "rbm-cd1/solution.ts"),
    ["class elbo < elbo/solution.ts", "class rbm-cd1 < rbm-cd1/solution.ts"],
  ],
  [
    "names in any script",
    named("Ελένη/elbo.ts", "أحمد/elbo.ts", "e\u0301ric/elbo.ts"),
    ["\u00e9ric elbo < \u00e9ric/elbo.ts", "Ελένη elbo < Ελένη/elbo.ts", "أحمد elbo < أحمد/elbo.ts"],
  ],
  [
    "Moodle before 4.1: a sign at the end",
    named("A B_7_assignsubmission_file_/elbo.ts"),
    ["7 elbo < A B_7_assignsubmission_file_/elbo.ts"],
  ],
  [
    "Moodle without folders",
    named("A B_7_assignsubmission_file_elbo.ts", "C_8_assignsubmission_file_rbm-cd1.ts"),
    ["7 elbo < A B_7_assignsubmission_file_elbo.ts", "8 rbm-cd1 < C_8_assignsubmission_file_rbm-cd1.ts"],
  ],
  [
    "Moodle, anonymous",
    named("Participant_7_assignsubmission_file/elbo.ts"),
    ["7 elbo < Participant_7_assignsubmission_file/elbo.ts"],
  ],
  [
    "Moodle, the default group",
    named("Default group_assignsubmission_file/elbo.ts"),
    ["Default group elbo < Default group_assignsubmission_file/elbo.ts"],
  ],
  [
    "Canvas, anonymous and late",
    named("LATE_anon_aB3xY_11_elbo.ts", "anon_Qq1_12_elbo.ts"),
    ["anon_Qq1 elbo < anon_Qq1_12_elbo.ts", "anon_aB3xY elbo < LATE_anon_aB3xY_11_elbo.ts late"],
  ],
  [
    "Canvas: the highest attachment",
    named("ab_1_20_elbo.ts", "ab_1_9_elbo-2.ts"),
    ["1 elbo < ab_1_20_elbo.ts", "superseded 1 < ab_1_9_elbo-2.ts"],
  ],
  [
    "Canvas: signs in names",
    named("de_la_cruz_5_6_my_elbo.ts", "ab_1_2_elbo.ts"),
    ["1 elbo < ab_1_2_elbo.ts", "unknown-exercise 5 < de_la_cruz_5_6_my_elbo.ts"],
  ],
  [
    "clones",
    named("hw1-ann-b/elbo.ts", "hw1-ann-b/.git/HEAD", "hw1-cy/elbo.ts", "hw1-cy/.git/HEAD"),
    ["ann-b elbo < hw1-ann-b/elbo.ts", "cy elbo < hw1-cy/elbo.ts"],
  ],
  [
    "folders with a common beginning and no .git",
    named("kim-ann/elbo.ts", "kim-bo/elbo.ts"),
    ["kim-ann elbo < kim-ann/elbo.ts", "kim-bo elbo < kim-bo/elbo.ts"],
  ],
  [
    "clones of several assignments",
    named("elbo-submissions/elbo-a/x.ts", "rbm-cd1-submissions/rbm-cd1-a/x.ts"),
    ["a elbo < elbo-submissions/elbo-a/x.ts", "a rbm-cd1 < rbm-cd1-submissions/rbm-cd1-a/x.ts"],
  ],
];

describe("what a folder is", () => {
  const folder = temporaryFolder();
  for (const [what, files, expected] of folders) {
    it(what, async () => {
      const path = join(folder(), "class");
      assert.deepEqual(await readOutline(writeFiles(path, files)), expected);
    });

    it(`${what}, zipped`, async () => {
      const path = join(folder(), "class.zip");
      writeFileSync(path, zipOf(files));
      assert.deepEqual(await readOutline(path), expected);
    });
  }
});

describe("zips side by side", () => {
  const folder = temporaryFolder();

  it("are a student's each, with or without a folder in them", async () => {
    const path = writeFiles(folder(), {
      "taro.zip": zipOf(named("elbo.ts")),
      "jiro.zip": zipOf(named("my work/elbo.ts")),
      "saburo.zip": zipOf(named("elbo/solution.ts", "rbm-cd1/solution.ts")),
      "shiro/elbo.ts": text,
    });
    assert.deepEqual(await readOutline(path), [
      "jiro elbo < jiro.zip/my work/elbo.ts",
      "saburo elbo < saburo.zip/elbo/solution.ts",
      "saburo rbm-cd1 < saburo.zip/rbm-cd1/solution.ts",
      "shiro elbo < shiro/elbo.ts",
      "taro elbo < taro.zip/elbo.ts",
    ]);
  });

  it("or a download each: the same student has another number in another assignment of Moodle's", async () => {
    const path = writeFiles(folder(), {
      "first.zip": zipOf(
        named("Ann B_7_assignsubmission_file/elbo.ts", "Cy D_8_assignsubmission_file/elbo.ts"),
      ),
      "second.zip": zipOf(named("Cy D_7_assignsubmission_file/rbm-cd1.ts")),
    });
    assert.deepEqual(await readOutline(path), [
      "Ann B elbo < first.zip/Ann B_7_assignsubmission_file/elbo.ts",
      "Cy D elbo < first.zip/Cy D_8_assignsubmission_file/elbo.ts",
      "Cy D rbm-cd1 < second.zip/Cy D_7_assignsubmission_file/rbm-cd1.ts",
    ]);
  });

  it("are each one student's, whoever's names are in one and whatever is wrong with it", async () => {
    const index = {
      format: "gradus-class",
      version: 1,
      students: [{ id: "taro", name: "" }],
      submissions: [],
    };
    const path = writeFiles(folder(), {
      "taro.zip": zipOf(named("elbo.ts")),
      "evil.zip": zipOf(named("taro_7_assignsubmission_file/elbo.ts", "taro/elbo.ts", "../taro/elbo.ts")),
      "forged.zip": zipOf({ "class.json": JSON.stringify(index), "taro/rbm-cd1.ts": text }),
      "cut.zip": zipOf(named("elbo.ts")).subarray(0, 40),
    });
    assert.deepEqual(await readOutline(path), [
      "evil elbo < evil.zip/taro/elbo.ts",
      "forged rbm-cd1 < forged.zip/taro/rbm-cd1.ts",
      "taro elbo < taro.zip/elbo.ts",
      "archive-broken cut < cut.zip",
      "path-traversal evil < evil.zip/../taro/elbo.ts",
      "superseded evil < evil.zip/taro_7_assignsubmission_file/elbo.ts",
      "unknown-exercise forged < forged.zip/class.json",
    ]);
  });

  it("with the roster of another assignment, where numbers would mislead", async () => {
    const root = folder();
    const roster = join(
      writeFiles(root, {
        "r.csv": "Identifier,Full name,ID number\nParticipant 7,Ann B,s1\nParticipant 8,Cy D,s2\n",
      }),
      "r.csv",
    );
    const path = writeFiles(
      join(root, "class"),
      named("Cy D_7_assignsubmission_file/elbo.ts", "Ann B_9_assignsubmission_file/elbo.ts"),
    );
    assert.deepEqual(await readOutline(path, { roster }), [
      "s1 elbo < Ann B_9_assignsubmission_file/elbo.ts",
      "s2 elbo < Cy D_7_assignsubmission_file/elbo.ts",
    ]);
  });
});

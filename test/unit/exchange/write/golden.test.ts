import { assertGolden } from "../../../golden/golden.ts";
import { withWritten } from "./written.ts";

/** One realistic sample of every format. */
const samples: Readonly<Record<string, string>> = {
  "results.json": "results.json",
  "grades.csv": "grades.csv",
  "canvas.csv": "canvas.csv",
  "moodle/fit.csv": "moodle.csv",
  "nbgrader.csv": "nbgrader.csv",
  "gradescope/taro.json": "gradescope.json",
  "junit.xml": "junit.xml",
  "feedback/ada.html": "feedback.en.html",
  "feedback/taro.html": "feedback.ja.html",
  "class.html": "class.html",
};

describe("results as written", () => {
  let files: Readonly<Record<string, string>> = {};
  before(() => withWritten((written) => void (files = written)));

  for (const [path, golden] of Object.entries(samples))
    it(path, () => {
      assertGolden(`exchange/${golden}`, files[path] ?? "");
    });
});

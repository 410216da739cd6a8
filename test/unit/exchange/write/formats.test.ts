import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateResults } from "#catalog/validators.js";
import { withWritten } from "./written.ts";

type Fields = Readonly<Record<string, unknown>>;

interface Gradescope extends Fields {
  readonly tests: readonly Fields[];
}

/** Every field that Gradescope's Autograder Specifications name under "Output format". */
const gradescope = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../fixtures/classes/gradescope-results.json"), "utf8"),
) as Gradescope;

/** What may stand where the specification lists it. */
const choices: Readonly<Record<string, readonly unknown[]>> = {
  status: ["passed", "failed"],
  visibility: ["hidden", "after_due_date", "after_published", "visible"],
  stdout_visibility: ["hidden", "after_due_date", "after_published", "visible"],
  output_format: ["text", "html", "simple_format", "md", "ansi"],
  name_format: ["text", "html", "simple_format", "md", "ansi"],
};

describe("formats", () => {
  let files: Readonly<Record<string, string>> = {};
  before(() => withWritten((written) => void (files = written)));
  const rows = (path: string): readonly (readonly string[])[] => parse(files[path] ?? "");

  it("results.json holds to its schema", () => {
    const valid = validateResults(JSON.parse(files["results.json"] ?? ""));
    assert.ok(valid, JSON.stringify(validateResults.errors));
  });

  it("Canvas: the header that its importer asks for, and one row of points", () => {
    const [header = [], possible = [], ...students] = rows("canvas.csv");
    assert.ok(header[0]?.includes("Student") && header[1]?.includes("ID")); // row_has_student_headers?
    assert.ok(header[2] === "SIS User ID" && header[3] === "SIS Login ID"); // update_column_count
    assert.equal(header[4], "Section"); // last_student_info_column
    assert.deepEqual(header.slice(5), ["fit", "flow"]);
    assert.ok(possible[0]?.includes("Points Possible"));
    assert.deepEqual(possible.slice(5), ["100", "100"]);
    assert.ok(students.every(([name]) => name?.includes("Points Possible") === false));
    assert.deepEqual(students[1]?.slice(1), ["4022", "", "tyamada", "", "36", ""]);
  });

  it("Moodle: the columns that its importer reads, numbers as it takes them, HTML as feedback", () => {
    const [header = [], ada = [], , mallory = [], nobody = []] = rows("moodle/fit.csv");
    for (const needed of ["Identifier", "Grade", "Last modified (grade)", "Feedback comments"])
      assert.ok(header.includes(needed), needed);
    assert.equal(ada[0], "Participant 118");
    assert.equal(ada[header.indexOf("Grade")], "100.00");
    assert.equal(ada[header.indexOf("Maximum Grade")], "100.00");
    assert.equal(ada[header.indexOf("Last modified (grade)")], "-");
    assert.ok(mallory.at(-1)?.includes("&lt;b&gt;See me&lt;/b&gt;"));
    assert.equal(nobody[header.indexOf("Grade")], "");
  });

  it("nbgrader: penalties in points, zeros for what was not handed in", () => {
    const all = rows("nbgrader.csv");
    const taro = all.find((row) => row[0] === "fit" && row[3] === "taro");
    assert.deepEqual(taro?.slice(7), ["40", "4", "36", "100"]);
    const missing = all.find((row) => row[0] === "flow" && row[3] === "taro");
    assert.deepEqual([missing?.[2], ...(missing?.slice(7) ?? [])], ["", "0", "0", "0", "100"]);
  });

  it("Gradescope: the fields of its specification and no others, each of its kind", () => {
    for (const path of Object.keys(files).filter((name) => name.startsWith("gradescope/"))) {
      const { tests, ...whole } = JSON.parse(files[path] ?? "") as Gradescope;
      const { tests: known, ...knownWhole } = gradescope;
      assert.equal(typeof whole["score"], "number", `${path}: the whole has a score`);
      for (const [part, sample] of [[whole, knownWhole], ...tests.map((one) => [one, known[0]])])
        for (const [field, value] of Object.entries(part ?? {})) {
          assert.equal(typeof value, typeof sample?.[field], `${path}: ${field}`);
          if (field in choices) assert.ok(choices[field]?.includes(value), `${path}: ${field}`);
        }
    }
  });

  it("only what is asked for is written, and nothing half", async () => {
    await withWritten((written) => {
      assert.deepEqual(Object.keys(written).toSorted(), ["canvas.csv", "grades.csv"]);
    }, { formats: ["canvas", "csv"] }); // prettier-ignore
  });
});

/** RFC 4180, read by the letter. */
function parse(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const line of text.split("\r\n").slice(0, -1)) {
    const cells = [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"]*))/g)];
    rows.push(cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ""));
  }
  return rows;
}

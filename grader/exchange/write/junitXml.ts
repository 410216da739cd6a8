import type { ClassEntry } from "#contract/class.ts";
import type { Report } from "#contract/report.ts";
import type { GradeSheet } from "./gradeSheet.ts";
import { Html, html as xml } from "./markup.ts";
import { readReport, type FunctionReading } from "./reading.ts";

/**
 * JUnit's XML, for dashboards of continuous integration: a suite per student and exercise, a test case per function.
 * What did not run to its end is an error, what is wrong a failure (a line that follows from a wrong one, too), and what was
 * not written is skipped. Source: windyroad/JUnit-Schema, JUnit.xsd, every required attribute and element of it.
 */
export function junitXml(sheet: GradeSheet): string {
  const graded = sheet.results.entries.filter((entry) => entry.grade !== undefined);
  const suites = graded.map((entry, place) => suiteOf(sheet, entry, place));
  return xml`${declaration}
<testsuites>
${suites}</testsuites>
`.text;
}

const declaration = new Html('<?xml version="1.0" encoding="UTF-8"?>');

function suiteOf(sheet: GradeSheet, { student, exercise, grade }: ClassEntry, place: number): Html {
  if (grade === undefined) return xml``;
  const functions = readReport(grade.report, {
    language: "en",
    sentences: sheet.texts[exercise]?.sentences ?? {},
    comments: [],
  });
  const count = (kind: Kind): number => functions.filter((one) => kindOf(one) === kind).length;
  const counts = xml`tests="${functions.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
  const made = xml`timestamp="${localTime(grade.gradedAt)}" hostname="localhost" time="${seconds(grade.report)}"`;
  return xml`  <testsuite id="${place}" package="${exercise}" name="${student.id}" ${counts} ${made}>
    <properties>
      <property name="exerciseVersion" value="${grade.exerciseVersion}"/>
      <property name="graderVersion" value="${grade.report.graderVersion}"/>
      <property name="submission" value="${grade.submissionHash}"/>
    </properties>
${functions.map((one) => caseOf(one, `${exercise}.${student.id}`))}    <system-out></system-out>
    <system-err></system-err>
  </testsuite>
`;
}

type Kind = "passed" | "failure" | "error" | "skipped";

function kindOf({ status }: FunctionReading): Kind {
  switch (status) {
    case "passed":
      return "passed";
    case "failed":
    case "follow-through":
      return "failure";
    case "error":
    case "timeout":
    case "ungradable":
      return "error";
    case "not-attempted":
      return "skipped";
  }
}

/** The time of one function is not measured: a call frame carries all of its cases, and functions share a realm. */
function caseOf(one: FunctionReading, className: string): Html {
  const kind = kindOf(one);
  const attributes = xml`name="${one.name}" classname="${className}" time="0"`;
  if (kind === "passed") return xml`    <testcase ${attributes}/>\n`;
  return xml`    <testcase ${attributes}>${kind === "skipped" ? xml`<skipped/>` : detail(kind, one)}</testcase>\n`;
}

function detail(kind: "failure" | "error", { status, sentence, mismatch }: FunctionReading): Html {
  const name = new Html(kind);
  return xml`<${name} type="${status}" message="${sentence}">${mismatch}</${name}>`;
}

function seconds({ wallMs }: Report): string {
  return (wallMs / 1000).toFixed(3);
}

/** The schema's pattern has neither a fraction nor a zone. */
function localTime(iso: string): string {
  const time = new Date(iso);
  return (Number.isNaN(time.getTime()) ? new Date(0) : time).toISOString().slice(0, 19);
}

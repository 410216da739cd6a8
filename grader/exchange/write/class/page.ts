import { document } from "../document.ts";
import type { GradeSheet } from "../gradeSheet.ts";
import { dataElement, html } from "../markup.ts";
import { exerciseSections } from "./exercises.ts";
import { likenessSection } from "./likenesses.ts";
import { misconceptionSection } from "./misconceptions.ts";
import { refusedSection } from "./refused.ts";
import { runSection } from "./runs.ts";
import { script } from "./script.ts";
import { studentTable } from "./students.ts";
import { style } from "./style.ts";

/** The class report, for instructors and in English: one file that needs nothing else and can be read without its script. */
export function classPage(sheet: GradeSheet): string {
  const { course, students, exercises, entries, refused } = sheet.results;
  const graded = entries.filter((entry) => entry.grade !== undefined).length;
  const title = course.title ?? "Class report";
  const body = html`<header>
      <p class="muted">Gradus · class report</p>
      <h1>${title}</h1>
      <p>
        ${students.length} students, ${exercises.length} exercises, ${graded} submissions graded,
        ${refused.length} files refused.
      </p>
      <nav aria-label="Sections">
        <a href="#exercises">Exercises</a> <a href="#misconceptions">Misconceptions</a>
        <a href="#similar">Near-identical</a> <a href="#runs">Runs</a> <a href="#refused">Refused</a>
        <a href="#students">Students</a>
      </nav>
    </header>
    <main>
      ${exerciseSections(sheet)} ${misconceptionSection(sheet)} ${likenessSection(sheet)} ${runSection(sheet)}
      ${refusedSection(sheet)} ${studentTable(sheet)}
    </main>
    ${dataElement("data", cellData(sheet))}`;
  return document({ language: "en", title, style, body, script });
}

/** Who stands behind each cell of the heat maps: "exercise function status" to places in the list of students. */
function cellData({ results }: GradeSheet): object {
  const places = new Map(results.students.map((student, place) => [student.id, place]));
  const cells: Record<string, number[]> = {};
  for (const { student, exercise, grade } of results.entries)
    for (const { name, status } of grade?.report.functions ?? [])
      (cells[`${exercise} ${name} ${status}`] ??= []).push(places.get(student.id) ?? -1);
  return { cells, students: results.students.map(({ id, name }) => ({ id, name })) };
}

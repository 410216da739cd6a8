import type { ClassEntry, Student } from "#contract/class.ts";
import type { Language } from "#contract/messages.ts";
import type { Report, Status } from "#contract/report.ts";
import { document } from "../document.ts";
import { dueOf, titleOf, totalOf, type GradeSheet } from "../gradeSheet.ts";
import { html, type Html } from "../markup.ts";
import { printNumber, printPercent, printTime, readReport, type FunctionReading } from "../reading.ts";
import { style } from "./style.ts";
import { words, type Words } from "./words.ts";

/** What one student reads: every exercise and function in words, in their language. It needs no script and prints well. */
export function feedbackPage(sheet: GradeSheet, student: Student): string {
  const language = student.language ?? sheet.language;
  const say = words[language];
  const { course, exercises, entries } = sheet.results;
  const hides = entries.some((entry) => entry.student.id === student.id && hasHidden(entry.grade?.report));
  const body = html`<header>
      <p class="muted">${course.title ?? "Gradus"} · ${say.feedback}</p>
      <h1>${student.name}</h1>
      <p class="total">${say.total} <strong>${printPercent(totalOf(sheet, student))}</strong></p>
    </header>
    <main>${exercises.map((exercise) => section({ sheet, student, exercise, language }))}</main>
    ${hides ? html`<footer class="muted"><p>${say.hidden}</p></footer>` : ""}`;
  return document({ language, title: `${student.name} · ${say.feedback}`, style, body });
}

interface Section {
  readonly sheet: GradeSheet;
  readonly student: Student;
  readonly exercise: string;
  readonly language: Language;
}

function section({ sheet, student, exercise, language }: Section): Html {
  const say = words[language];
  const entry = sheet.entry(student.id, exercise);
  const general = sheet.commentsOn(student.id, exercise).filter((one) => one.function === undefined);
  return html`<section>
    <h2>${titleOf(sheet, exercise, language)} <span class="score">${scoreOf(entry, say)}</span></h2>
    ${timesLine(sheet, entry, say)} ${lateLine(entry, say)} ${general.map(({ text }) => commentOf(text, say))}
    ${resultOf(entry, { sheet, student, exercise, language })}
  </section> `;
}

function scoreOf(entry: ClassEntry | undefined, say: Words): string {
  return entry?.grade === undefined ? "" : say.points(printNumber(entry.score), printNumber(entry.maxScore));
}

function timesLine(sheet: GradeSheet, entry: ClassEntry | undefined, say: Words): Html {
  const handedIn = printTime(entry?.received?.receivedAt);
  const due = entry === undefined ? "" : printTime(dueOf(sheet, entry.exercise));
  const said = [handedIn === "" ? "" : say.handedIn(handedIn), due === "" ? "" : say.due(due)];
  const text = said.filter((part) => part !== "").join(" · ");
  return text === "" ? html`` : html`<p class="muted">${text}</p>`;
}

function lateLine(entry: ClassEntry | undefined, say: Words): Html {
  if (entry?.grade === undefined || entry.latePenalty <= 0) return html``;
  const before = printNumber(entry.grade.report.score);
  return html`<p class="late">
    ${say.late(printPercent(entry.latePenalty), before, printNumber(entry.score))}
  </p>`;
}

function resultOf(entry: ClassEntry | undefined, { sheet, student, exercise, language }: Section): Html {
  const say = words[language];
  if (entry?.grade === undefined)
    return html`<p>${entry?.received === undefined ? say.notHandedIn : say.notGraded}</p>`;
  const { report } = entry.grade;
  const functions = readReport(report, {
    language,
    sentences: sheet.texts[exercise]?.sentences ?? {},
    comments: sheet.commentsOn(student.id, exercise),
  });
  const places = report.diagnostics.map(({ line, column, message }) => say.place(line, column, message));
  return html`${places.map((text) => html`<p class="failed">${text}</p>`)}
    <ul class="functions">
      ${functions.map((one) => functionItem(one, say))}
    </ul>`;
}

const marks: Readonly<Record<Status, string>> = {
  passed: "✓",
  "follow-through": "→",
  failed: "✗",
  error: "!",
  timeout: "…",
  "not-attempted": "○",
  ungradable: "!",
};

function functionItem(one: FunctionReading, say: Words): Html {
  return html`<li>
    <h3>
      <span class="mark ${one.status}" aria-hidden="true">${marks[one.status]}</span> <code>${one.name}</code>
      <span class="status ${one.status}">${say.status[one.status]}</span>
      <span class="score">${say.points(printNumber(one.points), printNumber(one.maxPoints))}</span>
    </h3>
    ${one.sentence === "" ? "" : html`<p>${one.sentence}</p>`}
    ${one.mismatch === "" ? "" : html`<p class="muted">${one.mismatch}</p>`}
    ${one.look === "" ? "" : html`<p class="look"><strong>${say.look}</strong> ${one.look}</p>`}
    ${one.comments.map((text) => commentOf(text, say))}
  </li> `;
}

function commentOf(text: string, say: Words): Html {
  return html`<blockquote>
    <p class="muted">${say.comment}</p>
    <p class="said">${text}</p>
  </blockquote>`;
}

function hasHidden(report: Report | undefined): boolean {
  return report?.functions.some((one) => one.cases.some((other) => !other.visible)) ?? false;
}

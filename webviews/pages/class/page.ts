import { element } from "#webviews/kit/elements.ts";
import type { ClassView } from "#contract/classView.ts";
import { drawExercise } from "./exercise.ts";
import { drawRefused, drawRuns, drawSimilar, drawSlips } from "./lists.ts";
import { drawStudents } from "./students.ts";
import type { Say } from "./who.ts";

const sections = [
  ["exercises", "Exercises"],
  ["misconceptions", "Misconceptions"],
  ["similar", "Near-identical"],
  ["runs", "Runs"],
  ["refused", "Refused files"],
  ["students", "Students"],
] as const;

/** The whole report, anew. It speaks English, as instructors are spoken to. */
export function drawClass(body: HTMLElement, view: ClassView, say: Say): void {
  document.documentElement.lang = "en";
  document.title = view.title;
  const drawn: Readonly<Record<(typeof sections)[number][0], readonly HTMLElement[]>> = {
    exercises: view.exercises.map((one) => drawExercise(view, one, say)),
    misconceptions: [drawSlips(view, say)],
    similar: [drawSimilar(view, say)],
    runs: drawRuns(view, say),
    refused: [drawRefused(view)],
    students: [drawStudents(view, say)],
  };
  const parts = sections.map(([id, title]) =>
    element("section", { id, "aria-labelledby": `${id}-title` }, heading(id, title), ...drawn[id]),
  );
  body.replaceChildren(element("main", {}, drawHead(view), ...parts));
}

/** In the head, which stays in sight wherever in the report was clicked; null takes it away. */
export function showFault(body: HTMLElement, message: string | null): void {
  body.querySelector(".fault")?.remove();
  if (message === null) return;
  const place =
    body.querySelector("header") ?? body.querySelector("main") ?? body.appendChild(element("main"));
  place.append(element("p", { class: "fault", role: "alert" }, message));
}

function drawHead({ title, students, exercises, refused }: ClassView): HTMLElement {
  const graded = exercises.reduce((sum, one) => sum + one.graded, 0);
  const facts = [
    count(students.length, "student"),
    count(exercises.length, "exercise"),
    `${count(graded, "submission")} graded`,
    `${count(refused.length, "file")} refused`,
  ];
  const links = sections.map(([id, name]) => element("li", {}, element("a", { href: `#${id}` }, name)));
  return element(
    "header",
    {},
    element("h1", {}, title),
    element("p", { class: "muted" }, facts.join(" · ")),
    element("nav", { "aria-label": "Sections" }, element("ul", {}, ...links)),
  );
}

function heading(id: string, title: string): HTMLElement {
  return element("h2", { id: `${id}-title` }, title);
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

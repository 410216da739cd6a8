import { element } from "#webviews/kit/elements.ts";
import { statuses, type Status } from "#contract/report.ts";
import type { ClassView, ExerciseView, FunctionView } from "#contract/classView.ts";
import { percent, whoPanel, type Say, type WhoPanel } from "./who.ts";

/** One exercise: how the scores lie, what became of each function, and who is behind each number. */
export function drawExercise(view: ClassView, exercise: ExerciseView, say: Say): HTMLElement {
  const who = whoPanel(view, say);
  const title = element("h3", {}, exercise.title, " ", element("code", { class: "muted" }, exercise.id));
  if (exercise.graded === 0)
    return element("article", {}, title, element("p", { class: "muted" }, "Nothing is graded yet."));
  return element(
    "article",
    {},
    title,
    element("div", { class: "pair" }, drawHistogram(view, exercise, who), drawHeatMap(exercise, who)),
    who.panel,
  );
}

/** Ten bars, each a button to the students in it. */
function drawHistogram({ students }: ClassView, exercise: ExerciseView, who: WhoPanel): HTMLElement {
  const most = Math.max(...exercise.bins.map((bin) => bin.length));
  const bars = exercise.bins.map((bin, index) => {
    const range = `${index * 10} to ${index * 10 + 10} % of the points`;
    const bar = element("span", { class: "bar", "aria-hidden": "true" });
    bar.style.height = `${(bin.length / most) * 6}rem`; // through the style object: a strict policy takes no attribute
    if (bin.length === 0) return element("div", { class: "column" }, bar);
    const label = element("span", { class: "count" }, String(bin.length));
    const group = { about: range, exercise: exercise.id, function: null, students: bin };
    const made = who.buttonFor(group, label);
    made.classList.add("column");
    made.title = range;
    made.append(bar);
    return made;
  });
  const axis = element("div", { class: "axis muted", "aria-hidden": "true" });
  axis.append(...["0 %", "50 %", "100 %"].map((text) => element("span", {}, text)));
  return element(
    "figure",
    { role: "group", "aria-label": `Distribution of scores, ${exercise.title}` },
    element("div", { class: "bars" }, ...bars),
    axis,
    element("figcaption", { class: "muted" }, summary(exercise, students.length)),
  );
}

function summary({ graded, mean, median, fullMarks }: ExerciseView, students: number): string {
  return [
    `${graded} of ${students} graded`,
    ...(mean === null ? [] : [`mean ${percent(mean)}`]),
    ...(median === null ? [] : [`median ${percent(median)}`]),
    `full marks ${fullMarks}`,
  ].join(" · ");
}

/** A row per function, a column per verdict that somebody has. */
function drawHeatMap(exercise: ExerciseView, who: WhoPanel): HTMLElement {
  const { functions, title } = exercise;
  const columns = statuses.filter((status) => functions.some((one) => one.students[status] !== undefined));
  const head = ["function", ...columns].map((name) => element("th", { scope: "col" }, name));
  const rows = functions.map((one) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, element("code", {}, one.name)),
      ...columns.map((status) => cell(exercise, one, status, who)),
    ),
  );
  const table = element(
    "table",
    { class: "heat" },
    element("caption", { class: "for-readers-only" }, `Functions and verdicts, ${title}`),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows),
  );
  return element("div", { class: "scroll" }, table);
}

function cell(
  { id, graded }: ExerciseView,
  { name, students: byStatus }: FunctionView,
  status: Status,
  who: WhoPanel,
): HTMLElement {
  const students = byStatus[status] ?? [];
  if (students.length === 0) return element("td", { class: "none" }, "0");
  const group = { about: `${name}, ${status}`, exercise: id, function: name, students };
  const made = element("td", { class: status }, who.buttonFor(group, String(students.length)));
  made.style.setProperty("--share", percent(students.length / graded).replace(" ", ""));
  return made;
}

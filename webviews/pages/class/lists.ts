import { element } from "#webviews/kit/elements.ts";
import type { ClassView, RunView } from "#contract/classView.ts";
import { drawTable } from "./table.ts";
import { percent, studentButton, whoPanel, type Say } from "./who.ts";

/** Named slips, the most frequent first: what to take up in class. */
export function drawSlips(view: ClassView, say: Say): HTMLElement {
  const panels = view.slips.map(() => whoPanel(view, say));
  const rows = view.slips.map(({ exercise, id, says, functions, students }, index) => {
    const group = {
      about: id,
      exercise,
      function: functions.length === 1 ? (functions[0] ?? null) : null,
      students,
    };
    const { panel, buttonFor } = panels[index] ?? whoPanel(view, say);
    const share = percent(students.length / Math.max(1, view.students.length));
    return [
      buttonFor(group, `${students.length} · ${share}`),
      element("div", {}, says, " ", element("code", { class: "muted" }, id), panel),
      element("div", {}, code(exercise), " · ", code(functions.join(", "))),
    ];
  });
  return drawTable({
    columns: ["students", "what they computed", "where"],
    rows,
    empty: "No named misconception was recognised.",
  });
}

/** A longer list is read by nobody; results.json has all of them. */
const mostPairs = 200;

export function drawSimilar(view: ClassView, say: Say): HTMLElement {
  const { similar, notCompared } = view;
  const rows = similar
    .slice(0, mostPairs)
    .map(({ exercise, share, students }) => [
      percent(share),
      code(exercise),
      ...students.map((student) => studentButton(view, { student, exercise, function: null }, say)),
    ]);
  const columns = ["same structure", "exercise", "student", "student"];
  const table = drawTable({ columns, rows, empty: "No two submissions are nearly the same text." });
  const notes = [
    "Names, types, literals and the order of functions do not count, nor does the starter. A high share is a reason to look at both files, and not yet a finding.",
    ...(similar.length > mostPairs ? [`${similar.length - mostPairs} more pairs are in results.json.`] : []),
    ...(notCompared > 0 ? [`${notCompared} could not be compared, because they could not be parsed.`] : []),
  ];
  return element("div", {}, ...notes.map((note) => element("p", { class: "muted" }, note)), table);
}

/** What did not run to its end, and what took longest of the others. */
export function drawRuns(view: ClassView, say: Say): readonly HTMLElement[] {
  const row = ({ student, exercise, wallMs, what }: RunView): readonly (Node | string)[] => [
    studentButton(view, { student, exercise, function: null }, say),
    code(exercise),
    wallMs === null ? "" : `${Math.round(wallMs)} ms`,
    what,
  ];
  const columns = ["student", "exercise", "time", "what happened"];
  return [
    element("h3", {}, "Failed"),
    drawTable({ columns, rows: view.failed.map(row), empty: "Every submission ran to its end." }),
    element("h3", {}, "Slowest of the others"),
    drawTable({
      columns: columns.slice(0, 3),
      rows: view.slowest.map((one) => row(one).slice(0, 3)),
      empty: "Nothing was run.",
    }),
  ];
}

export function drawRefused({ refused }: ClassView): HTMLElement {
  const rows = refused.map(({ origin, student, exercise, code: id, reason }) => [
    code(origin),
    student ?? "",
    exercise ?? "",
    code(id),
    reason,
  ]);
  const columns = ["file", "student", "exercise", "code", "reason"];
  return drawTable({ columns, rows, empty: "Every file was taken." });
}

function code(text: string): HTMLElement {
  return element("code", {}, text);
}

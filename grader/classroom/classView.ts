import type { ClassEntry, Student } from "#contract/class.ts";
import type { ClassView, ExerciseView, RunView, SlipView, StudentView } from "#contract/classView.ts";
import {
  binOf,
  bins,
  mean,
  median,
  runsOf,
  sharesOf,
  slipsOf,
  troubleOf,
  verdictsOn,
} from "#exchange/write/class/figures.ts";
import { titleOf, totalOf, type GradeSheet } from "#exchange/write/gradeSheet.ts";

/** What the class report of an editor shows, from what the written one shows. */
export function classView(sheet: GradeSheet): ClassView {
  const { course, students, exercises, refused } = sheet.results;
  const places = new Map(students.map(({ id }, place) => [id, place]));
  const placeOf: PlaceOf = ({ id }) => places.get(id) ?? -1;
  const { failed, slow } = runsOf(sheet.results);
  return {
    title: course.title ?? "Class report",
    students: students.map((student) => studentView(sheet, student)),
    exercises: exercises.map((exercise) => exerciseView(sheet, exercise, placeOf)),
    slips: slipViews(sheet, placeOf),
    failed: failed.map((entry) => runView(entry, placeOf)),
    slowest: slow.map((entry) => runView(entry, placeOf)),
    similar: sheet.likenesses.flatMap(({ exercise, share, students: [first, second] }) => {
      const pair = [places.get(first), places.get(second)] as const;
      const [one, other] = pair;
      return one === undefined || other === undefined
        ? []
        : [{ exercise, share, students: [one, other] as const }];
    }),
    notCompared: sheet.notCompared.length,
    refused,
  };
}

type PlaceOf = (student: Student) => number;

function studentView(sheet: GradeSheet, student: Student): StudentView {
  const { id, name } = student;
  const scores = sheet.results.exercises.map((exercise) => {
    const entry = sheet.entry(id, exercise);
    return entry?.grade === undefined ? null : entry.score;
  });
  return { id, name, total: totalOf(sheet, student), scores };
}

function exerciseView(sheet: GradeSheet, id: string, placeOf: PlaceOf): ExerciseView {
  const graded = sharesOf(sheet.results, id);
  const shares = graded.map(({ share }) => share);
  const inBins = Array.from({ length: bins }, (): number[] => []);
  for (const { student, share } of graded) inBins[binOf(share)]?.push(placeOf(student));
  return {
    id,
    title: titleOf(sheet, id, "en"),
    graded: graded.length,
    mean: graded.length === 0 ? null : mean(shares),
    median: graded.length === 0 ? null : median(shares),
    fullMarks: shares.filter((share) => share === 1).length,
    bins: inBins,
    functions: [...verdictsOn(sheet.results, id)].map(([name, row]) => ({
      name,
      students: Object.fromEntries([...row].map(([status, students]) => [status, students.map(placeOf)])),
    })),
  };
}

function slipViews({ results, texts }: GradeSheet, placeOf: PlaceOf): readonly SlipView[] {
  return slipsOf(results).map(({ exercise, id, functions, students }) => ({
    exercise,
    id,
    says: texts[exercise]?.sentences[`misconception.${id}`]?.en ?? id,
    functions: [...functions],
    students: [...students.values()].map(placeOf),
  }));
}

function runView(entry: ClassEntry, placeOf: PlaceOf): RunView {
  return {
    student: placeOf(entry.student),
    exercise: entry.exercise,
    wallMs: entry.grade?.report.wallMs ?? null,
    what: troubleOf(entry),
  };
}

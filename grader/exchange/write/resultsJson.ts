import type { ClassEntry } from "#contract/class.ts";
import { totalOf, type GradeSheet } from "./gradeSheet.ts";

/** results.json: everything that is known of the class, apart from what students wrote. Its schema is results.schema.json in the contract. */
export function resultsJson(sheet: GradeSheet): string {
  const { results, comments, likenesses, notCompared } = sheet;
  const data = {
    schemaVersion: 1,
    course: results.course,
    exercises: results.exercises,
    students: results.students.map((student) => ({ ...student, total: totalOf(sheet, student) })),
    entries: results.entries.map(entryJson),
    refused: results.refused,
    comments,
    similar: likenesses,
    notCompared,
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function entryJson({ student, exercise, received, grade, ...scores }: ClassEntry): object {
  const { score, maxScore, latePenalty } = scores;
  return {
    student: student.id,
    exercise,
    score,
    maxScore,
    latePenalty,
    received:
      received === undefined
        ? null
        : {
            fileName: received.submission.fileName,
            origin: received.origin,
            receivedAt: received.receivedAt ?? null,
            late: received.late ?? false,
          },
    grade:
      grade === undefined
        ? null
        : { submissionHash: grade.submissionHash, gradedAt: grade.gradedAt, report: grade.report },
  };
}

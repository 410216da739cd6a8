import { createHash } from "node:crypto";
import type { GradeKey } from "#contract/class.ts";
import type { Exercise } from "#engine/ports.ts";
import type { QueuedJob } from "#gradebook/server/queue.ts";
import { idOf, type StudentWork } from "./plan.ts";
import { seedFor } from "./seeds.ts";

/** One student's work as it lies in the queue: with the sources, without the seed. */
export interface JobData {
  readonly classId: string;
  readonly student: string;
  readonly personalised: boolean;
  /** Of the class's seed, which the worker finds in the gradebook. */
  readonly seedCommitment: string;
  readonly tasks: readonly {
    readonly key: GradeKey;
    readonly fileName: string;
    /** Base64: PostgreSQL's JSON holds no U+0000, and a submission may. */
    readonly source: string;
  }[];
}

export function jobOf(work: StudentWork, about: Omit<JobData, "student" | "tasks">): QueuedJob {
  const keys = work.tasks.map(({ key }) => idOf(key));
  const data: JobData = {
    ...about,
    student: work.student,
    tasks: work.tasks.map(({ key, submission }) => ({
      key,
      fileName: submission.fileName,
      source: Buffer.from(submission.source).toString("base64"),
    })),
  };
  return { id: uuidOf([about.classId, ...keys]), data };
}

export function workOf({ student, personalised, tasks }: JobData, secret: string): StudentWork {
  const seed = seedFor(secret, student, personalised);
  return {
    student,
    tasks: tasks.map(({ key, fileName, source }) => ({
      key,
      submission: { fileName, source: Buffer.from(source, "base64").toString() },
      seed,
    })),
  };
}

/** Graders share a queue if they would give the same verdicts: same grader, same exercises. */
export function queueName(graderVersion: string, exercises: readonly Exercise[]): string {
  const versions = exercises.map(({ manifest, version }) => `${manifest.id} ${version}`).toSorted();
  return `gradus-${digest([graderVersion, ...versions]).slice(0, 16)}`;
}

function uuidOf(parts: readonly string[]): string {
  const hex = digest(parts);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

function digest(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

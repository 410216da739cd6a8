import { GradusError } from "#contract/errors.ts";
import type { Database } from "./database.ts";

/** Raised with every change of a table that exists already; a gradebook of another version is refused, not guessed at. */
const schemaVersion = 2;

const keyColumns =
  "student text, exercise text, exercise_version text, submission_hash text, grader_version text, seed_commitment text";
const key = "student, exercise, exercise_version, submission_hash, grader_version, seed_commitment";

/**
 * grades: what was found, by all that it depends on; written once and never changed.
 * official: which of them counts, for each student and exercise of a class.
 * setbacks: what could not be graded, through no fault of the submission's.
 * attempts: what of whose grading began and has not ended; and how often, with nothing else beside it, it never did. `work`
 * stands for all that the grading depends on: deaths over an earlier submission, or of an earlier grader, say nothing about
 * this one.
 *
 * Version 1 had one attempt for all that a student handed in. Which file it was over is not to be had from it, so it is
 * forgotten: at worst a grader dies once more over what it has died over before.
 */
const tables = `
begin;
select pg_advisory_xact_lock(7238461);
create schema if not exists gradus;
create table if not exists gradus.version (version integer primary key);
insert into gradus.version select ${String(schemaVersion)} where not exists (select from gradus.version);
do $$ begin
  if exists (select from gradus.version where version = 1) then
    drop table if exists gradus.attempts;
    update gradus.version set version = 2;
  end if;
end $$;
create table if not exists gradus.seeds (
  commitment text primary key,
  value text not null,
  created_at timestamptz not null default now()
);
create table if not exists gradus.classes (
  id text primary key,
  seed_commitment text not null references gradus.seeds,
  personalised boolean not null,
  created_at timestamptz not null default now()
);
create table if not exists gradus.grades (
  ${keyColumns},
  report json not null,
  graded_at timestamptz not null,
  primary key (${key})
);
create table if not exists gradus.official (
  class text references gradus.classes,
  ${keyColumns},
  since timestamptz not null default now(),
  primary key (class, student, exercise),
  foreign key (${key}) references gradus.grades
);
create table if not exists gradus.setbacks (
  class text references gradus.classes,
  student text,
  reason text not null,
  at timestamptz not null default now(),
  primary key (class, student)
);
create table if not exists gradus.attempts (
  class text references gradus.classes,
  student text,
  exercise text,
  work text not null,
  deaths integer not null,
  primary key (class, student, exercise)
);
commit;
`;

/** Makes what is missing. Several processes may do so at once: the first does, the others wait and find it done. */
export async function prepareSchema(database: Database): Promise<void> {
  await database.script(tables);
  const [found] = await database.query<{ version: number }>("select version from gradus.version");
  if (found?.version !== schemaVersion)
    throw new GradusError(
      "gradebook-failed",
      `This gradebook has version ${String(found?.version)}; this gradus reads and writes version ${String(schemaVersion)}.`,
    );
}

import type { Grade, GradeKey } from "#contract/class.ts";
import type { Database } from "./database.ts";
import { gradeOf, keyOf, parametersOf, type GradeRow, type KeyRow } from "./rows.ts";
import { prepareSchema } from "./schema.ts";

export interface ClassState {
  readonly id: string;
  readonly seedCommitment: string;
  readonly personalised: boolean;
}

export interface Setback {
  readonly student: string;
  readonly reason: string;
}

/** A class has one submission of each student for each exercise. */
export type Place = Pick<GradeKey, "student" | "exercise">;

export interface Attempt extends Place {
  /** Stands for what is graded, and by what. */
  readonly work: string;
}

export interface Begun extends Attempt {
  /** How often its grading began with nothing else beside it and never ended. */
  readonly deaths: number;
}

/** Grades, and the secret seeds that they were drawn from. The same SQL serves a folder and a server. */
export class Gradebook {
  readonly #database: Database;

  private constructor(database: Database) {
    this.#database = database;
  }

  static async over(database: Database): Promise<Gradebook> {
    await prepareSchema(database);
    return new Gradebook(database);
  }

  async classState(id: string): Promise<ClassState | undefined> {
    const [row] = await this.#database.query<ClassState>(
      `select id, seed_commitment as "seedCommitment", personalised from gradus.classes where id = $1`,
      [id],
    );
    return row;
  }

  async saveClass({ id, seedCommitment, personalised }: ClassState): Promise<void> {
    await this.#database.query(
      `insert into gradus.classes (id, seed_commitment, personalised) values ($1, $2, $3)
       on conflict (id) do update set seed_commitment = excluded.seed_commitment, personalised = excluded.personalised`,
      [id, seedCommitment, personalised],
    );
  }

  async saveSeed(commitment: string, value: string): Promise<void> {
    await this.#database.query(
      "insert into gradus.seeds (commitment, value) values ($1, $2) on conflict do nothing",
      [commitment, value],
    );
  }

  async seed(commitment: string): Promise<string | undefined> {
    const rows = await this.#database.query<{ value: string }>(
      "select value from gradus.seeds where commitment = $1",
      [commitment],
    );
    return rows[0]?.value;
  }

  /** Keeps what was found. A grade that is there already stays as it was first written. */
  async keep(grades: readonly Grade[]): Promise<void> {
    if (grades.length === 0) return;
    await this.#database.query(
      `insert into gradus.grades
       select student, exercise, exercise_version, submission_hash, grader_version, seed_commitment,
         report::json, graded_at::timestamptz
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
         as new (student, exercise, exercise_version, submission_hash, grader_version, seed_commitment, report, graded_at)
       on conflict do nothing`,
      [
        ...parametersOf(grades),
        grades.map(({ report }) => JSON.stringify(report)),
        grades.map(({ gradedAt }) => gradedAt),
      ],
    );
  }

  /** Makes kept grades count where none does yet, or, told so, in place of those that do. */
  async publish(classId: string, keys: readonly GradeKey[], { replace = false } = {}): Promise<void> {
    if (keys.length === 0) return;
    await this.#database.query(
      `insert into gradus.official
         (student, exercise, exercise_version, submission_hash, grader_version, seed_commitment, class)
       select new.*, $7 from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as new
       on conflict (class, student, exercise) do ${replace ? update : "nothing"}`,
      [...parametersOf(keys), classId],
    );
  }

  /** The keys of the grades that count. */
  async official(classId: string): Promise<readonly GradeKey[]> {
    const rows = await this.#database.query<KeyRow>(
      `select student, exercise, exercise_version, submission_hash, grader_version, seed_commitment
       from gradus.official where class = $1`,
      [classId],
    );
    return rows.map(keyOf);
  }

  /** Those of the keys whose grades are kept, whether they count or not. */
  async kept(keys: readonly GradeKey[]): Promise<readonly GradeKey[]> {
    const rows = await this.#database.query<KeyRow>(`select wanted.* from ${wanted}`, parametersOf(keys));
    return rows.map(keyOf);
  }

  async grades(keys: readonly GradeKey[]): Promise<readonly Grade[]> {
    const rows = await this.#database.query<GradeRow>(`select grades.* from ${wanted}`, parametersOf(keys));
    return rows.map(gradeOf);
  }

  async noteSetback(classId: string, { student, reason }: Setback): Promise<void> {
    await this.#database.query(
      `insert into gradus.setbacks (class, student, reason)
       select $1::text, $2::text, $3::text where exists (select from gradus.classes where id = $1)
       on conflict (class, student) do update set reason = excluded.reason, at = now()`,
      [classId, student, reason],
    );
  }

  async forgetSetbacks(classId: string): Promise<void> {
    await this.#database.query("delete from gradus.setbacks where class = $1", [classId]);
  }

  async setbacks(classId: string): Promise<readonly Setback[]> {
    return await this.#database.query<Setback>(
      "select student, reason from gradus.setbacks where class = $1 order by student",
      [classId],
    );
  }

  /** What begins to be graded: a row that is still there at the next start is that of a grader who died over it. */
  async begin(
    classId: string,
    { student, exercise, work }: Attempt,
    { alone }: { readonly alone: boolean },
  ): Promise<void> {
    await this.#database.query(
      `insert into gradus.attempts (class, student, exercise, work, deaths) values ($1, $2, $3, $4, $5)
       on conflict (class, student, exercise) do update set work = excluded.work,
         deaths = excluded.deaths + case when attempts.work = excluded.work then attempts.deaths else 0 end`,
      [classId, student, exercise, work, alone ? 1 : 0],
    );
  }

  /** These came to an end that was no death. */
  async end(classId: string, places: readonly Place[]): Promise<void> {
    if (places.length === 0) return;
    await this.#database.query(
      `delete from gradus.attempts using unnest($2::text[], $3::text[]) as ended (student, exercise)
       where class = $1 and attempts.student = ended.student and attempts.exercise = ended.exercise`,
      [classId, places.map(({ student }) => student), places.map(({ exercise }) => exercise)],
    );
  }

  async begun(classId: string): Promise<readonly Begun[]> {
    return await this.#database.query<Begun>(
      "select student, exercise, work, deaths from gradus.attempts where class = $1 order by student, exercise",
      [classId],
    );
  }

  async close(): Promise<void> {
    await this.#database.close();
  }
}

const update = `update set
  exercise_version = excluded.exercise_version, submission_hash = excluded.submission_hash,
  grader_version = excluded.grader_version, seed_commitment = excluded.seed_commitment, since = now()`;

const wanted = `
  unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
    as wanted (student, exercise, exercise_version, submission_hash, grader_version, seed_commitment)
  join gradus.grades using (student, exercise, exercise_version, submission_hash, grader_version, seed_commitment)`;

import { GradusError } from "#contract/errors.ts";
import type { Database } from "../database.ts";
import { Gradebook } from "../gradebook.ts";

export interface Server {
  readonly gradebook: Gradebook;
  readonly database: Database;
}

/** Opens the gradebook in a PostgreSQL server: postgres://user@host/database, or a socket's folder as ?host=. */
export async function openServer(url: string): Promise<Server> {
  const database = await openPostgres(url);
  try {
    return { database, gradebook: await Gradebook.over(database) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openPostgres(url: string): Promise<Database> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ connectionString: url, max: 4, application_name: "gradus" });
  pool.on("error", () => undefined); // a connection that dies idle is replaced with the next query
  await pool.query("select 1").catch(async (error: unknown) => {
    await pool.end();
    throw new GradusError("gradebook-failed", `The database cannot be reached: ${reasonOf(error)}`, {
      cause: error,
    });
  });
  return {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) => {
      // the queue sends several statements at once; each has a result of its own
      const results = [await pool.query(sql, [...parameters])].flat();
      return results.flatMap(({ rows }) => rows as Row[]);
    },
    script: async (sql) => {
      await pool.query(sql);
    },
    close: () => pool.end(),
  };
}

/** Never the URL: it may hold a password. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : "unknown";
}

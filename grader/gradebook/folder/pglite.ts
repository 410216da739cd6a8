import { PGlite } from "@electric-sql/pglite";
import { GradusError } from "#contract/errors.ts";
import type { Database } from "../database.ts";

/** PostgreSQL in this process, its files in a folder. */
export async function openPglite(data: string): Promise<Database> {
  const pglite = await PGlite.create(data).catch((error: unknown) => {
    throw new GradusError("gradebook-failed", `${data} cannot be opened as a gradebook: ${String(error)}`, {
      cause: error,
    });
  });
  return {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await pglite.query<Row>(sql, [...parameters])).rows,
    script: async (sql) => {
      await pglite.exec(sql);
    },
    close: () => pglite.close(),
  };
}

import type { Database } from "#gradebook/database.ts";
import type { Gradebook } from "#gradebook/gradebook.ts";
import type { ClassOptions } from "./options.ts";

export interface Book {
  readonly gradebook: Gradebook;
}

/** Where the gradebook lies in a server, there can be a queue as well. */
export interface ServerBook extends Book {
  readonly database: Database;
}

export function isOnServer(book: Book): book is ServerBook {
  return "database" in book;
}

export async function openBook({
  gradebook,
  database,
}: Pick<ClassOptions, "gradebook" | "database">): Promise<Book> {
  if (database !== undefined)
    return await (await import("#gradebook/server/openServer.ts")).openServer(database);
  return { gradebook: await (await import("#gradebook/folder/openFolder.ts")).openFolder(gradebook) };
}

import type { Gradebook } from "#gradebook/gradebook.ts";
import type { ClassOptions } from "./options.ts";

export async function openGradebook({
  gradebook,
  database,
}: Pick<ClassOptions, "gradebook" | "database">): Promise<Gradebook> {
  if (database === undefined)
    return await (await import("#gradebook/folder/openFolder.ts")).openFolder(gradebook);
  return (await (await import("#gradebook/server/openServer.ts")).openServer(database)).gradebook;
}

import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { GradusError } from "#contract/errors.ts";
import { Gradebook } from "../gradebook.ts";
import { createData, dataFolder } from "./createData.ts";
import { lockFolder } from "./lock.ts";
import { openPglite } from "./pglite.ts";

/** Opens the gradebook in a folder, which is made if need be. One process at a time; a second one hears who has it. */
export async function openFolder(path: string): Promise<Gradebook> {
  const folder = resolve(path);
  // it holds the secret seed
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new GradusError("gradebook-failed", `${folder} cannot be made: ${String(error)}`, { cause: error });
  });
  const release = await lockFolder(folder);
  try {
    await createData(folder);
    const database = await openPglite(dataFolder(folder));
    return await Gradebook.over({
      ...database,
      close: async () => {
        await database.close();
        await release();
      },
    });
  } catch (error) {
    await release();
    throw error;
  }
}

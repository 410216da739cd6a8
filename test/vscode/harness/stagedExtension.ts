import { join } from "node:path";
import { stageExtension } from "#cli/build/stage.ts";
import { cacheFolder, root } from "./places.ts";

let staged: Promise<string> | undefined;

/** The extension as the .vsix carries it, built once for this process in a folder that no other build touches. */
export function stagedExtension(): Promise<string> {
  const folder = join(cacheFolder(), "extension");
  return (staged ??= stageExtension(root, folder).then(() => folder));
}

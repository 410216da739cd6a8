import { homedir } from "node:os";
import { join } from "node:path";

/** Where caches lie: GRADUS_CACHE, or the folder that the operating system has for them. All of it may be deleted at any time. */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()): string {
  if (env["GRADUS_CACHE"]) return env["GRADUS_CACHE"];
  if (platform === "darwin") return join(home, "Library", "Caches", "gradus");
  if (platform === "win32")
    return join(env["LOCALAPPDATA"] ?? join(home, "AppData", "Local"), "gradus", "cache");
  return join(env["XDG_CACHE_HOME"] || join(home, ".cache"), "gradus");
}

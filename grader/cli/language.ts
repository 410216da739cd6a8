import type { Language } from "#contract/messages.ts";

/** Japanese where the system's locale says so, English elsewhere. */
export function systemLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const locale = env["LC_ALL"] ?? env["LC_MESSAGES"] ?? env["LANG"] ?? "";
  return locale.startsWith("ja") ? "ja" : "en";
}

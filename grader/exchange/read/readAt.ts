import { readLimits } from "./limits.ts";
import { openSources } from "./openSources.ts";
import { isRefusal, type Source } from "./source.ts";
import { decodeText, MAX_SOURCE_BYTES } from "./text.ts";

/**
 * The texts that lie at a place that `readClass` told as an origin, within the same limits. Mostly one: origins are printed
 * for people, and two odd names may print alike.
 */
export async function readAt(
  path: string,
  origin: string,
  exercises: readonly string[],
): Promise<readonly string[]> {
  const opened: Source[] = [];
  try {
    const keep = (source: Source): number => opened.push(source);
    const sources = await openSources(path, { exercises, accounts: [], limits: readLimits, keep });
    const found = sources
      .flatMap(({ source }) => source.found)
      .filter((one) => one.origin === origin && one.refusal === undefined);
    const texts: string[] = [];
    for (const one of found) {
      const bytes = await one.read(MAX_SOURCE_BYTES);
      const text = isRefusal(bytes) ? null : decodeText(bytes);
      if (text !== null) texts.push(text);
    }
    return texts;
  } finally {
    await Promise.all(opened.map((source) => source.close()));
  }
}

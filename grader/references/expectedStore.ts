import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Value } from "#contract/values.ts";
import { fromExactJson, toExactJson } from "./exactJson.ts";
import { writeAtomically } from "./writeAtomically.ts";

/** Expected values by a hexadecimal key that covers all they depend on, so that an entry never becomes wrong, only unused. */
export interface ExpectedStore {
  /** undefined where there is no such entry, or only a damaged one (which is removed). */
  get(key: string): Promise<Value | undefined>;
  set(key: string, value: Value): Promise<void>;
}

export interface ExpectedStoreLimits {
  readonly entries: number;
  readonly bytes: number;
}

const defaultLimits: ExpectedStoreLimits = { entries: 300, bytes: 200 * 2 ** 20 };
const setsBetweenPrunings = 50;
const suffix = ".json";

/** A store in a folder, or in memory only. A folder that cannot be written serves as memory: a cache never stops a check. */
export function openExpectedStore(place: string, limits: ExpectedStoreLimits = defaultLimits): ExpectedStore {
  const memory = memoryStore(limits.entries);
  if (place === "memory") return memory;
  const folder = folderStore(place, limits);
  return {
    async get(key) {
      checkKey(key);
      return (await memory.get(key)) ?? (await folder.get(key));
    },
    async set(key, value) {
      checkKey(key);
      await memory.set(key, value);
      await folder.set(key, value).catch(() => undefined);
    },
  };
}

function memoryStore(entries: number): ExpectedStore {
  const values = new Map<string, Value>();
  return {
    get: (key) => Promise.resolve(values.get(key)),
    set: (key, value) => {
      values.delete(key);
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > entries && oldest !== undefined) values.delete(oldest);
      return Promise.resolve();
    },
  };
}

function folderStore(folder: string, limits: ExpectedStoreLimits): ExpectedStore {
  const pathOf = (key: string): string => join(folder, key + suffix);
  let sets = 0;
  return {
    async get(key) {
      const text = await readFile(pathOf(key), "utf8").catch(() => undefined);
      if (text === undefined) return undefined;
      const entry = unseal(text);
      if (entry === undefined) await rm(pathOf(key), { force: true }).catch(() => undefined);
      return entry?.value;
    },
    async set(key, value) {
      await mkdir(folder, { recursive: true });
      await writeAtomically(pathOf(key), seal(value));
      // the first of a process prunes too: most processes write only once or twice
      if (sets++ % setsBetweenPrunings === 0) await prune(folder, limits);
    },
  };
}

/** The first line is the checksum of the rest. */
function seal(value: Value): string {
  const body = toExactJson(value);
  return `${checksum(body)}\n${body}`;
}

function unseal(text: string): { readonly value: Value } | undefined {
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  return checksum(body) === text.slice(0, end) ? { value: fromExactJson(body) as Value } : undefined;
}

function checksum(body: string): string {
  return createHash("sha256").update(body).digest("hex");
}

/** Keeps the newest entries. Another process may remove the same ones at the same time: what is gone is gone. */
async function prune(folder: string, limits: ExpectedStoreLimits): Promise<void> {
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const files = await Promise.all(paths.map(async (path) => ({ path, ...(await sizeAndAge(path)) })));
  files.sort((a, b) => b.writtenMs - a.writtenMs);
  let bytes = 0;
  let entries = 0;
  for (const { path, size } of files) {
    bytes += size;
    entries += 1;
    if (entries > limits.entries || bytes > limits.bytes) await rm(path, { force: true });
  }
}

async function sizeAndAge(path: string): Promise<{ size: number; writtenMs: number }> {
  const facts = await stat(path).catch(() => undefined);
  return { size: facts?.size ?? 0, writtenMs: facts?.mtimeMs ?? 0 };
}

/** Keys become file names: anything but hexadecimal digits is a mistake of the caller. */
function checkKey(key: string): void {
  if (!/^[0-9a-f]{8,128}$/.test(key))
    throw new TypeError(`an expected value's key must be hexadecimal, not "${key}"`);
}

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CallReply, Sandbox, SandboxMode } from "#contract/sandbox.ts";
import { encodeValue } from "#sandbox/codec.ts";

/**
 * A hostile submission and what must come of it, as its first lines say:
 *   // expect: fault timeout            or value <as #sandbox/codec.ts writes it>; alternatives with " | "
 *   // expect(jail): ...                where the modes differ
 *   // cpuMs: 4000                      250 unless told
 *   // calls: 2                         how often `f` is called with [1, 2, 3]; the last reply counts
 *   // prelude: host                    prelude/host.ts is appended
 */
export interface Attack {
  readonly name: string;
  readonly source: string;
  readonly expected: (mode: SandboxMode) => readonly string[];
  readonly cpuMs: number;
  readonly calls: number;
}

const folder = join(import.meta.dirname, "submissions");

/** `planted` says what stands for @SECRET@ and the like. */
export function readAttacks(planted: Readonly<Record<string, string>>): readonly Attack[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  return files.sort().map((file) => readAttack(file, planted));
}

function readAttack(file: string, planted: Readonly<Record<string, string>>): Attack {
  const text = readFileSync(join(folder, file), "utf8");
  const said = (key: string): string | undefined => {
    const start = `// ${key}: `;
    return text
      .replace("\ufeff", "")
      .split(/\r?\n/)
      .find((line) => line.startsWith(start))
      ?.slice(start.length);
  };
  const prelude = said("prelude");
  const whole =
    prelude === undefined
      ? text
      : `${text}\n${readFileSync(join(folder, "prelude", `${prelude}.ts`), "utf8")}`;
  return {
    name: file.replace(/\.ts$/, ""),
    source: Object.entries(planted).reduce(
      (source, [mark, value]) => source.replaceAll(`@${mark}@`, value),
      whole,
    ),
    expected: (mode) => (said(`expect(${mode})`) ?? said("expect") ?? "nothing").split(" | "),
    cpuMs: Number(said("cpuMs") ?? 250),
    calls: Number(said("calls") ?? 1),
  };
}

export interface Outcome {
  readonly summary: string; // "value 6" or "fault timeout"
  readonly everything: string;
}

export async function runAttack(sandbox: Sandbox, attack: Attack): Promise<Outcome> {
  const limits = { cpuMs: attack.cpuMs };
  const loaded = await sandbox.load({ fileName: `${attack.name}.ts`, source: attack.source }, limits);
  if (!loaded.ok) return { summary: `fault ${loaded.fault.kind}`, everything: JSON.stringify(loaded) };
  const lists = Array.from({ length: attack.calls }, () => [[1, 2, 3]]);
  const replies = await sandbox.call("f", lists, limits);
  return { summary: summarise(replies.at(-1)), everything: JSON.stringify([loaded, replies]) };
}

function summarise(reply: CallReply | undefined): string {
  assert(reply);
  return reply.ok ? `value ${encodeValue(reply.value)}` : `fault ${reply.fault.kind}`;
}

/** The next student must not notice that there was an attack. */
export async function assertUnharmed(sandbox: Sandbox): Promise<void> {
  const source = "export const f = (x: number[]): number => Math.max(...x.map((v) => v * 2));";
  const loaded = await sandbox.load({ fileName: "honest.ts", source }, { cpuMs: 1000 });
  assert.deepEqual(loaded, { ok: true, exports: { f: "function" } });
  const replies = await sandbox.call("f", [[[1, 2, 3]]], { cpuMs: 1000 });
  assert.deepEqual(replies, [{ ok: true, value: 6, mutated: [] }]);
}

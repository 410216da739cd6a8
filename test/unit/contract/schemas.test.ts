import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rungs } from "#contract/backend.ts";
import { GradusError } from "#contract/errors.ts";
import { statuses } from "#contract/report.ts";

const contract = join(import.meta.dirname, "../../../grader/contract");
const schema = (name: string): string => readFileSync(join(contract, `${name}.schema.json`), "utf8");
const enums = (name: string): readonly (readonly string[])[] =>
  [...schema(name).matchAll(/"enum": (\[[^\]]*\])/g)].map(
    (match) => JSON.parse(match[1] ?? "[]") as string[],
  );

describe("the contract", () => {
  it("types and schema know the same statuses and rungs", () => {
    const lists = enums("report");
    assert.ok(
      lists.some((list) => list.join() === statuses.join()),
      lists.join(" | "),
    );
    assert.ok(
      lists.some((list) => list.join() === rungs.join()),
      lists.join(" | "),
    );
  });

  it("no object of a schema takes fields that it does not name", () => {
    for (const name of ["exercise", "misconception", "report", "results"])
      for (const object of objectsIn(JSON.parse(schema(name))))
        assert.ok("additionalProperties" in object, `${name}: ${JSON.stringify(object).slice(0, 120)}`);
  });

  it("a fault of our own is told by its code and keeps its cause", () => {
    const cause = new Error("deep down");
    const error = new GradusError("reference-failed", "The reference failed.", { cause });
    assert.ok(error instanceof Error);
    assert.deepEqual([error.code, error.name, error.cause], ["reference-failed", "GradusError", cause]);
  });
});

type Json = Readonly<Record<string, unknown>>;

/** Every sub-schema that describes an object by its properties. */
function objectsIn(value: unknown): readonly Json[] {
  if (typeof value !== "object" || value === null) return [];
  const own = value as Json;
  const describes = typeof own["properties"] === "object" && ("type" in own || "required" in own);
  return [...(describes ? [own] : []), ...Object.values(own).flatMap(objectsIn)];
}

import { readFile } from "node:fs/promises";
import type { Course } from "#contract/class.ts";
import { GradusError } from "#contract/errors.ts";

/** Reads course.json. What it says wrongly is told with its place: a mistyped late policy must not pass for none. */
export async function readCourse(path: string): Promise<Course> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new GradusError("file-not-found", `The course file ${path} cannot be read.`, { cause: error });
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new GradusError("usage", `${path} is no JSON: ${String(error)}`, { cause: error });
  }
  return checkedCourse(value, path);
}

export function checkedCourse(value: unknown, path = "course.json"): Course {
  const course = recordAt(value, "", path);
  allow(course, ["title", "weights", "late"], "", path);
  if (course["title"] !== undefined && typeof course["title"] !== "string")
    throw wrong("title", "a text", path);
  each(course["weights"], "weights", path, (weight) => isNumber(weight, 0, Infinity) || "a number from 0 on");
  if (course["late"] !== undefined) checkLate(recordAt(course["late"], "late", path), path);
  return course;
}

function checkLate(late: Readonly<Record<string, unknown>>, path: string): void {
  allow(late, ["due", "perDay", "atMost"], "late.", path);
  each(
    late["due"],
    "late.due",
    path,
    (due) =>
      (typeof due === "string" && !Number.isNaN(Date.parse(due))) ||
      "a time such as 2026-05-01T23:59:00+09:00",
  );
  for (const name of ["perDay", "atMost"])
    if (late[name] !== undefined && !isNumber(late[name], 0, 1))
      throw wrong(`late.${name}`, "a share from 0 to 1", path);
}

function isNumber(value: unknown, low: number, high: number): boolean {
  return typeof value === "number" && value >= low && value <= high;
}

function each(value: unknown, place: string, path: string, check: (item: unknown) => true | string): void {
  if (value === undefined) return;
  for (const [name, item] of Object.entries(recordAt(value, place, path))) {
    const expected = check(item);
    if (expected !== true) throw wrong(`${place}.${name}`, expected, path);
  }
}

function recordAt(value: unknown, place: string, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw wrong(place || "it", "an object", path);
  return value as Readonly<Record<string, unknown>>;
}

function allow(
  value: Readonly<Record<string, unknown>>,
  names: readonly string[],
  place: string,
  path: string,
): void {
  const unknown = Object.keys(value).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new GradusError("usage", `${path}: ${place}${unknown} is not known here; ${names.join(", ")} are.`);
}

function wrong(place: string, expected: string, path: string): GradusError {
  return new GradusError("usage", `${path}: ${place} must be ${expected}.`);
}

import { pathToFileURL } from "node:url";
import { transform } from "sucrase";
import type { Arguments, Value } from "#contract/values.ts";

interface DebugCall {
  readonly source: string;
  /** Where the student's file lies: the debugger shows it, and breakpoints are set in it. */
  readonly path: string;
  readonly function: string;
  readonly args: Arguments;
}

/**
 * A program for the debugger: the student's file without its types, one call with the inputs of one visible case after it,
 * and a source map back to the file. It knows no expected value and nothing else of ours.
 */
export function debugProgram(call: DebugCall): string {
  const transformed = transform(call.source, {
    transforms: ["typescript", "imports"],
    disableESTransforms: true,
    filePath: call.path,
    sourceMapOptions: { compiledFilename: "case.cjs" },
  });
  const map = { ...transformed.sourceMap, sources: [pathToFileURL(call.path).href] };
  const args = call.args.map(literal).join(", ");
  return [
    transformed.code, // from the first line on, as the map has it
    `console.log(${JSON.stringify(`${call.function} =`)}, exports.${call.function}(${args}));`,
    `//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString("base64")}`,
    "",
  ].join("\n");
}

/** JSON has no NaN, infinities, -0 and undefined; a program's text has. */
function literal(value: Value): string {
  if (value === undefined) return "undefined";
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(literal).join(", ")}]`;
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}: ${literal(field)}`);
  return `{ ${fields.join(", ")} }`;
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

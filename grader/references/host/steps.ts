import type { FunctionReference } from "#sdk/reference.ts";

/** The same reference with its intermediate values for a result: a record by name, empty where none are declared. */
export function stepsOf(reference: FunctionReference): FunctionReference {
  return {
    prepare: (...args) => reference.prepare(...args),
    compute: (tf, tensors, statics) => reference.steps?.(tf, tensors, statics) ?? {},
    finish: (outputs) => outputs,
  };
}

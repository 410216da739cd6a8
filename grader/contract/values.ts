/**
 * The data that crosses the sandbox border: what a student's function takes and returns.
 * Numbers are float64; tensors are nested arrays (row-major, one sample a row); records have named fields.
 * `undefined` stands for itself and for a hole in an array: both are wrong wherever a number is due.
 */
export type Value =
  number | string | boolean | null | undefined | readonly Value[] | { readonly [field: string]: Value };

/** The arguments of one call, in the order of the signature. */
export type Arguments = readonly Value[];

/** A value's shape as the manifest declares it. `shape` names each axis; a scalar has the empty shape. */
export type TypeSpec =
  | { readonly kind: "tensor"; readonly shape: readonly string[] }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  | { readonly kind: "list"; readonly of: TypeSpec }
  | { readonly kind: "record"; readonly fields: Readonly<Record<string, TypeSpec>> };

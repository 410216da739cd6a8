/** An id, or the node of the tree that a menu was opened on. */
export function exerciseNamed(given: unknown): string | undefined {
  if (typeof given === "string") return given;
  if (typeof given !== "object" || given === null || !("exercise" in given)) return undefined;
  return (given.exercise as { readonly id: string }).id;
}

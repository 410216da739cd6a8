/**
 * Student code lives in another realm and should never hold an object of this one. Should it get one after all (say an
 * error that V8 made here while it formatted a stack), this keeps it from changing what the runner itself relies on.
 */
export function freezeIntrinsics(): void {
  for (const constructor of intrinsics) {
    Object.freeze(constructor.prototype);
    Object.freeze(constructor);
  }
  for (const namespace of [Reflect, JSON, Math]) Object.freeze(namespace);
  Object.freeze(Object.getPrototypeOf(Uint8Array.prototype));
  Object.freeze(Object.getPrototypeOf([].values()));
  Object.freeze(Object.getPrototypeOf(Object.getPrototypeOf([].values())));
}

const intrinsics: readonly { readonly prototype: unknown }[] = [
  Object,
  Function,
  Array,
  String,
  Number,
  Boolean,
  Symbol,
  RegExp,
  Date,
  Promise,
  Map,
  Set,
  WeakMap,
  Buffer,
  Uint8Array,
  ArrayBuffer,
  Error,
  RangeError,
  SyntaxError,
  TypeError,
  EvalError,
  ReferenceError,
  URIError,
  AggregateError,
];

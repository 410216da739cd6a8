/**
 * The built-ins that our side of the student's realm uses, taken before any student code ran. After that code every
 * property of every built-in may be the student's, so this side calls nothing through a prototype: no for-of, no spread,
 * no destructuring of arrays, no methods, no assignment to an array index, no `in`-prone field that may be absent.
 */
export const { apply, ownKeys, construct } = Reflect;
export const { is, create, keys, hasOwn, getOwnPropertyDescriptor, getPrototypeOf, defineProperty } = Object;
export const { isArray } = Array;
export const jsonParse = JSON.parse;
export const jsonStringify = JSON.stringify;
export const imul = Math.imul;
export const OriginalDate = Date;
export const arrayPrototype = Array.prototype;
export const objectPrototype = Object.prototype;
export const promisePrototype = Promise.prototype;
export const sliceString = String.prototype.slice;
export const startsWith = String.prototype.startsWith;
export const includes = String.prototype.includes;
export const functionText = Function.prototype.toString;

const TypedArray = getPrototypeOf(Float64Array.prototype) as object;
export const typedArrayTag = getter(TypedArray, Symbol.toStringTag);
export const typedArrayLength = getter(TypedArray, "length");

/** In newer V8 an error's own `stack` is an accessor; only this one is known to run no student code but prepareStackTrace. */
export const stackGetter = getOwnPropertyDescriptor(new Error("probe"), "stack")?.get;

const asyncFunction = async (): Promise<void> => Promise.resolve();
function* generatorFunction(): Generator<number> {
  yield 0;
}
async function* asyncGeneratorFunction(): AsyncGenerator<number> {
  yield await Promise.resolve(0);
}
export const asyncFunctionPrototype: unknown = getPrototypeOf(asyncFunction);
export const generatorFunctionPrototype: unknown = getPrototypeOf(generatorFunction);
export const asyncGeneratorFunctionPrototype: unknown = getPrototypeOf(asyncGeneratorFunction);

/** Objects of these built-in kinds keep their content in slots, not in fields: as records they would all look empty. */
export const slottedPrototypes: readonly unknown[] = [
  Map.prototype,
  Set.prototype,
  WeakMap.prototype,
  WeakSet.prototype,
  Date.prototype,
  RegExp.prototype,
  Error.prototype,
  ArrayBuffer.prototype,
  DataView.prototype,
  Number.prototype,
  String.prototype,
  Boolean.prototype,
  Symbol.prototype,
  BigInt.prototype,
  Function.prototype,
  getPrototypeOf(getPrototypeOf([].values()) as object), // what generators and all iterators inherit from
  asyncIteratorPrototype(),
];

function getter(owner: object, key: PropertyKey): () => unknown {
  const get = getOwnPropertyDescriptor(owner, key)?.get;
  if (!get) throw new Error("a typed array getter is missing");
  return get as () => unknown;
}

function asyncIteratorPrototype(): unknown {
  const generatorPrototype = getPrototypeOf(asyncGeneratorFunction.prototype as object) as object;
  return getPrototypeOf(generatorPrototype);
}

/**
 * Student code lives in another realm, but can get hold of an object of this one: when the stack overflows inside Node's own
 * stack formatter, the RangeError that a student catches is of this realm. So everything that can be reached from this
 * realm's built-ins is frozen before student code runs, and nothing the runner relies on can be changed through such an error.
 * (Making code out of strings is off for the whole process, so its constructors give no way to `process` either.)
 */
export function freezeIntrinsics(): void {
  const pending: object[] = [];
  const seen = new Set<object>();
  const meet = (value: unknown): void => {
    if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value))
      return;
    seen.add(value);
    pending.push(value);
  };
  for (const root of roots) meet(root);
  for (let found = pending.pop(); found !== undefined; found = pending.pop()) {
    meet(Object.getPrototypeOf(found));
    for (const key of Reflect.ownKeys(found)) {
      const own = Object.getOwnPropertyDescriptor(found, key);
      meet(own?.value);
      meet(own?.get);
      meet(own?.set);
    }
    Object.freeze(found);
  }
}

/** The constructors and namespaces of the language (not Node's), and the kinds of function and iterator that have no name. */
const roots: readonly unknown[] = [
  Object,
  Function,
  Array,
  String,
  Number,
  Boolean,
  Symbol,
  BigInt,
  RegExp,
  Date,
  Promise,
  Proxy,
  Map,
  Set,
  WeakMap,
  WeakSet,
  ArrayBuffer,
  DataView,
  Uint8Array,
  Float64Array,
  Error,
  RangeError,
  SyntaxError,
  TypeError,
  EvalError,
  ReferenceError,
  URIError,
  AggregateError,
  Reflect,
  JSON,
  Math,
  parseInt,
  parseFloat,
  async () => Promise.resolve(),
  function* () {
    yield 0;
  },
  async function* () {
    yield Promise.resolve(0);
  },
  [].values(),
  new Map().values(),
  new Set().values(),
  "".matchAll(/x/g),
  ""[Symbol.iterator](),
];

// expect: value 1
export const f: any = new Proxy(function () {}, { apply() { return 1; }, get() { throw 'PWNED'; }, getPrototypeOf() { return null; } });

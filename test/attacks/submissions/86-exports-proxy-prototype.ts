// expect: value 6
declare let exports: any;
Object.setPrototypeOf(exports, new Proxy({}, { get() { for (;;) {} }, has() { for (;;) {} }, ownKeys() { for (;;) {} }, getOwnPropertyDescriptor() { for (;;) {} } }));
export function f(x: number[]): any { exports = new Proxy({}, {}); return 6; }

// expect: fault unsupported
declare const exports: any;
Object.defineProperty(exports, 'f', { get() { for (;;) {} }, enumerable: true });

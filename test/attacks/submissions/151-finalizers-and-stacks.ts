// expect: value 6
export function f(x: any): any { const s: any = new (globalThis as any).DisposableStack(); s?.defer?.(() => { for (;;) {} }); return 6; }

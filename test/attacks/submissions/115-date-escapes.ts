// expect: value [1704067200000,1704067200000,0,true]
// Ways around the replaced Date.
export function f(x: number[]): any { const d: any = new Date(); class E extends Date {} return [new d.constructor().getTime(), +new E(), new Date(0).getTime(), new E() instanceof Date && Reflect.construct(Date, [], E) instanceof E]; }

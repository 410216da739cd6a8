// expect: value ["=1704067200000",0,"=2024-01-01T00:00:00.000Z","=1,234.5","=1/1/2024, 12:00:00 AM","=undefined undefined"]
export function f(x: number[]): any { const g: any = globalThis; return [String(Date.now()), new Date().getTimezoneOffset(), new (Date as any)().toISOString(), (1234.5).toLocaleString(), new Date().toLocaleString(), typeof g.Intl + ' ' + typeof g.Temporal]; }

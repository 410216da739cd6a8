// expect: value "=caught"
// cpuMs: 2000
export function f(x: number[]): any { let n = 0; const r = (): any => { try { r(); } catch (e) { n++; if (n < 100) r(); throw e; } }; try { r(); } catch (e) {} return 'caught'; }

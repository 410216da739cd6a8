// expect: value true
// A stack overflow inside Node's stack formatter gives an error of the runner's realm: nothing there may be changeable.
export function f(x: number[]): any {
  let foreign: any;
  let left = 400;
  const deep = (): any => { try { deep(); } catch (e: any) { try { void e.stack; void new Error('x').stack; } catch (i: any) { if (!(i instanceof Error)) foreign = i; } if (left-- > 0) throw e; } };
  deep();
  if (!foreign) return true; // another V8 may not leak it
  const F: any = foreign.constructor.constructor;
  const roots: any[] = [];
  for (let p = Object.getPrototypeOf(foreign); p; p = Object.getPrototypeOf(p)) roots.push(p, p.constructor);
  const A: any = Object.getPrototypeOf(roots[1].constructor.prototype).constructor.keys({}).constructor;
  roots.push(A, A.prototype, ''.constructor);
  for (const r of roots) { try { r.polluted = 1; } catch (e) {} try { Object.defineProperty(r, 'then', { value: () => 1 }); } catch (e) {} if (r.polluted && r !== String) return 'PWNED changed the runner realm'; }
  try { const p = F('return process')(); if (p) return 'PWNED code generation'; } catch (e) {}
  try { A.prototype.push = () => 1; } catch (e) {}
  try { roots[1].prepareStackTrace = () => 'PWNED'; } catch (e) {}
  return true;
}

// expect: value "=noeval EvalError"
export function f(x: number[]): any { try { return 'EVAL ok ' + new Function('return 1+1')(); } catch (e: any) { return 'noeval ' + e.name; } }

// expect: fault forbidden
import fs = require('node:fs');
export function f(x: number[]): any { return fs.readFileSync('@SECRET@/hidden.json', 'utf8'); }

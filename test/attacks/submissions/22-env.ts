// expect: value -1
// prelude: host
export function f(x: number[]): any { const p = host(); if (!p) return -1; return p.env.GRADER_TOKEN ? 'PWNED env ' + p.env.GRADER_TOKEN : 'noenv ' + Object.keys(p.env).length; }

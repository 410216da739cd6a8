// expect: fault forbidden
import { solution } from '../../secret/solution';
export function f(x: number[]): any { return 'PWNED solution ' + solution(x); }

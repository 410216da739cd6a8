// expect: fault forbidden
export { readFileSync as f } from 'node:fs';

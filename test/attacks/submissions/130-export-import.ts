// expect: fault forbidden
export import f = require('node:fs');

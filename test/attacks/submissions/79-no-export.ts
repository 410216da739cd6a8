// expect: fault unsupported
const z = 1;

// expect: fault unsupported
export const g = 1;

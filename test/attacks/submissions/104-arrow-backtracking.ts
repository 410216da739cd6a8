// expect: fault syntax
export const f = (x: any): any => 1;
const a: any = 0;
const q = (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : (a ? (b) : c => d))))))))))))))))))))))))))))));

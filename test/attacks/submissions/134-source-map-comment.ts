// expect: value 1
export function f(x: number[]): any { return 1; }
//# sourceMappingURL=file:///etc/passwd
//# sourceURL=/etc/passwd

// expect: fault throw
export function f(x: number[]): any { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy; }

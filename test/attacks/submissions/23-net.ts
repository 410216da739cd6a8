// expect: fault asynchronous
// prelude: host
export async function f(x: number[]): Promise<any> { const p = host(); if (!p) return -1; const net = mod(p, 'net'); return await new Promise((k) => { const s = net.connect(@PORT@, '127.0.0.1'); s.on('data', (d: any) => k('PWNED net ' + d)); s.on('error', (e: any) => k('neterr ' + e.code)); }); }

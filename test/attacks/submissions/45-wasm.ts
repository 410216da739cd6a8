// expect: value "=nowasm"
export function f(x: number[]): any { if (typeof WebAssembly === 'undefined') return 'nowasm'; const b = new Uint8Array([0,97,115,109,1,0,0,0]); try { new WebAssembly.Instance(new WebAssembly.Module(b)); } catch (e: any) { return 'wasm-err ' + e.name; } return 'WASM ok'; }

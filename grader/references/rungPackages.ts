import type { Rung } from "#contract/backend.ts";
import { resolvePackageFile } from "./resolvePackage.ts";

interface RungPackage {
  readonly name: string;
  readonly install: string;
}

/** The package that each rung stands on, and how one gets it where it is optional. */
const rungPackages: Readonly<Record<Rung, RungPackage>> = {
  "node-gpu": {
    name: "@tensorflow/tfjs-node-gpu",
    install:
      "npm install @tensorflow/tfjs-node-gpu@4.22.0 (CUDA 11.2), or see gradus backend build for a newer CUDA",
  },
  webgpu: { name: "webgpu", install: "npm install webgpu@0.6.2" },
  node: { name: "@tensorflow/tfjs-node", install: "npm install @tensorflow/tfjs-node@4.22.0" },
  wasm: { name: "@tensorflow/tfjs-backend-wasm", install: "npm install" },
  cpu: { name: "@tensorflow/tfjs-backend-cpu", install: "npm install" },
};

/** Why a rung cannot even be tried, or undefined. wasm and cpu are part of gradus itself. */
export function missingPackage(rung: Rung): string | undefined {
  const { name, install } = rungPackages[rung];
  if (rung === "wasm" || rung === "cpu" || manifestOf(rung) !== undefined) return undefined;
  return `${name} is not installed: ${install}`;
}

/** The path of the package.json of a rung's package. */
export function manifestOf(rung: Rung): string | undefined {
  return resolvePackageFile(`${rungPackages[rung].name}/package.json`);
}

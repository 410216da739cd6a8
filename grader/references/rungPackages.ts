import type { Rung } from "#contract/backend.ts";
import { resolvePackageFile } from "./resolvePackage.ts";

interface RungPackage {
  readonly names: readonly string[]; // any of them serves
  readonly install: string;
}

/** The package that each rung stands on, and how one gets it where it is optional. */
const rungPackages: Readonly<Record<Rung, RungPackage>> = {
  "node-gpu": {
    names: ["@tensorflow/tfjs-node-gpu"],
    install:
      "npm install @tensorflow/tfjs-node-gpu@4.22.0 (CUDA 11.2), or see gradus backend build for a newer CUDA",
  },
  webgpu: { names: ["webgpu"], install: "npm install webgpu@0.6.2" },
  node: {
    // tfjs-node-gpu built against a TensorFlow without CUDA is the same binding
    names: ["@tensorflow/tfjs-node", "@tensorflow/tfjs-node-gpu"],
    install: "npm install @tensorflow/tfjs-node@4.22.0",
  },
  wasm: { names: ["@tensorflow/tfjs-backend-wasm"], install: "npm install" },
  cpu: { names: ["@tensorflow/tfjs-backend-cpu"], install: "npm install" },
};

/** Why a rung cannot even be tried, or undefined. wasm and cpu are part of gradus itself. */
export function missingPackage(rung: Rung): string | undefined {
  if (rung === "wasm" || rung === "cpu" || manifestOf(rung) !== undefined) return undefined;
  const { names, install } = rungPackages[rung];
  return `${names[0] ?? rung} is not installed: ${install}`;
}

/** The entry file of a rung's package. */
export function entryOf(rung: Rung): string | undefined {
  return firstResolved(rungPackages[rung].names);
}

/** The package.json of a rung's package. */
export function manifestOf(rung: Rung): string | undefined {
  return firstResolved(rungPackages[rung].names.map((name) => `${name}/package.json`));
}

function firstResolved(requests: readonly string[]): string | undefined {
  for (const request of requests) {
    const path = resolvePackageFile(request);
    if (path !== undefined) return path;
  }
  return undefined;
}

import { buildNodeGpu } from "#references/buildNodeGpu.ts";

export interface BackendBuildOptions {
  readonly tensorflow: string;
}

export async function backendBuild({ tensorflow }: BackendBuildOptions): Promise<void> {
  const { output } = await buildNodeGpu({ tensorflow });
  process.stdout.write(`Built ${output}. \`gradus doctor --fresh\` tells whether it works here.\n`);
}

import type { Backend, Rung } from "#contract/backend.ts";
import type { TensorFlow } from "#sdk/reference.ts";

export interface OpenOptions {
  readonly rung: Rung;
  /** Lets the webgpu rung run on a software driver: slow, for tests. */
  readonly allowSoftware: boolean;
}

/** Opens one rung: registers its tfjs backend, makes it the current one and says what does the arithmetic. */
export type Opener = (tf: TensorFlow, options: OpenOptions) => Promise<Omit<Backend, "rung">>;

/** Makes a registered tfjs backend the current one. */
export async function useBackend(tf: TensorFlow, name: string): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`tfjs could not initialise its backend "${name}"`);
  await tf.ready();
}

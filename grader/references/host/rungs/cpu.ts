import "@tensorflow/tfjs-backend-cpu";
import { useBackend, type Opener } from "../opener.ts";

/** Plain JavaScript: slow and always there. */
export const openCpu: Opener = async (tf) => {
  await useBackend(tf, "cpu");
  return { device: `plain JavaScript, node ${process.versions.node}`, hardware: false };
};

import { entryOf, missingPackage } from "../../rungPackages.ts";
import { pathToFileURL } from "node:url";
import type { TensorFlow } from "#sdk/reference.ts";
import { useBackend, type Opener } from "../opener.ts";

const limitNames = [
  "maxComputeWorkgroupStorageSize",
  "maxComputeWorkgroupsPerDimension",
  "maxStorageBufferBindingSize",
  "maxBufferSize",
  "maxComputeWorkgroupSizeX",
  "maxComputeInvocationsPerWorkgroup",
] as const;

/** The part of Dawn's module that is used here. */
interface Dawn {
  readonly globals: object;
  create(options: readonly string[]): GPU;
}

/** Held for good: Dawn's devices do not keep their instance alive, and a collected instance takes the process down. */
let instance: GPU | undefined;

/** WebGPU through Dawn: Vulkan, Metal or Direct3D 12. */
export const openWebgpu: Opener = async (tf, { allowSoftware }) => {
  if (process.versions["electron"] !== undefined)
    throw new Error("Electron's runtime cannot read back from WebGPU");
  const adapter = await requestAdapter();
  const software = isSoftware(adapter.info);
  const name = nameOf(adapter.info);
  if (software && !allowSoftware) throw new Error(`only a software driver is there (${name})`);
  // Limits are asked for by name: a device gets the lowest ones otherwise. No features: drivers differ in them.
  const requiredLimits = Object.fromEntries(limitNames.map((limit) => [limit, adapter.limits[limit]]));
  const device = await adapter.requestDevice({ requiredLimits });
  void leaveWhenLost(device);
  await register(tf, device, adapter.info);
  return { device: name, hardware: !software };
};

async function requestAdapter(): Promise<GPUAdapter> {
  const entry = entryOf("webgpu");
  if (entry === undefined) throw new Error(missingPackage("webgpu"));
  const dawn = (await import(pathToFileURL(entry).href)) as Dawn;
  Object.assign(globalThis, dawn.globals); // GPUBufferUsage, GPUMapMode, GPUShaderStage
  instance = dawn.create([]);
  const adapter = await instance.requestAdapter({ powerPreference: "high-performance" });
  if (adapter === null)
    throw new Error("no WebGPU adapter: no driver for Vulkan, Metal or Direct3D 12 was found");
  return adapter;
}

/** Nothing that was on the device can be read any more: the process ends, and whoever waits for it starts another. */
async function leaveWhenLost(device: GPUDevice): Promise<void> {
  const { reason, message } = await device.lost;
  console.error(`the GPU device was lost (${reason}): ${message}`);
  process.exit(1);
}

async function register(tf: TensorFlow, device: GPUDevice, info: GPUAdapterInfo): Promise<void> {
  // The backend's constructor only asks whether navigator.gpu is there; Dawn's own would keep the process alive.
  const navigator: object = globalThis.navigator;
  if (!("gpu" in navigator)) Object.defineProperty(navigator, "gpu", { value: {}, configurable: true });
  const { WebGPUBackend } = await import("@tensorflow/tfjs-backend-webgpu");
  tf.removeBackend("webgpu");
  tf.registerBackend("webgpu", () => new WebGPUBackend(device, info));
  // Small tensors would be computed on the CPU otherwise, and the rung would not be what it says.
  tf.env().set("WEBGPU_CPU_FORWARD", false);
  await useBackend(tf, "webgpu");
}

/** The card and its driver. One driver serves many cards, and expected values are kept by this name. */
function nameOf({ device, description, vendor }: GPUAdapterInfo): string {
  const card = device || vendor;
  return description === "" ? card : `${card} (${description})`;
}

function isSoftware(info: GPUAdapterInfo): boolean {
  const names = `${info.architecture} ${info.description} ${info.device}`;
  return info.isFallbackAdapter || /llvmpipe|lavapipe|swiftshader|software|basic render/i.test(names);
}

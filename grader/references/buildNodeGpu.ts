import { execFile } from "node:child_process";
import { access, mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { GradusError } from "#contract/errors.ts";
import { resolvePackageFile } from "./resolvePackage.ts";

export interface NodeGpuRequest {
  /** The folder `tensorflow` of an installed Python package: it holds include/ and the shared libraries. */
  readonly tensorflow: string;
  /** The folder of @tensorflow/tfjs-node-gpu; by default where the ladder would find it. */
  readonly package?: string;
  readonly compiler?: string;
  readonly platform?: NodeJS.Platform;
}

export interface NodeGpuPlan {
  readonly compiler: string;
  readonly arguments: readonly string[];
  readonly output: string;
}

const packageName = "@tensorflow/tfjs-node-gpu";
const nodeApiVersion = "8"; // the newest that tfjs-node 4.22 declares: its loader looks in lib/napi-v8
const sources = ["tfjs_backend.cc", "tfjs_binding.cc"];

/**
 * Compiles tfjs-node-gpu's N-API binding against a TensorFlow installed with pip, because the libtensorflow that its own
 * installer downloads is built for CUDA 11.2. Install the package with --ignore-scripts first.
 *
 * What is verified: compiled against tensorflow-cpu 2.21 and run as the rung `node`. Never run on CUDA, where the same binding
 * serves: no machine with both was at hand. The rung's self-check decides, as for every rung.
 * Throws backend-build-failed.
 */
export async function buildNodeGpu(request: NodeGpuRequest): Promise<NodeGpuPlan> {
  const plan = await planNodeGpuBuild(request);
  await mkdir(dirname(plan.output), { recursive: true });
  try {
    await promisify(execFile)(plan.compiler, [...plan.arguments], { maxBuffer: 2 ** 26 });
  } catch (error) {
    const { stderr } = error as { readonly stderr?: string };
    const said = stderr?.split("\n").find((line) => line.includes("error")) ?? String(error);
    throw failed(`${plan.compiler} could not compile the binding: ${said}`, error);
  }
  return plan;
}

/** Checks what the build needs and composes its one command. */
export async function planNodeGpuBuild(request: NodeGpuRequest): Promise<NodeGpuPlan> {
  const { platform = process.platform, compiler = "g++" } = request;
  if (platform !== "linux")
    throw failed(`TensorFlow's pip package has CUDA on Linux only, this is ${platform}`);
  const tensorflow = resolve(request.tensorflow);
  await requireFile(
    tensorflow,
    `${tensorflow} is not there: --tensorflow takes the folder "tensorflow" in site-packages`,
  );
  await requireFile(
    join(tensorflow, "include", "tensorflow", "c", "c_api.h"),
    `${tensorflow} has no include/tensorflow/c/c_api.h`,
  );
  const libraries = await Promise.all([
    findLibrary(tensorflow, "libtensorflow_cc"),
    findLibrary(tensorflow, "libtensorflow_framework"),
  ]);
  const folder = await packageFolder(request.package);
  const output = join(folder, "lib", `napi-v${nodeApiVersion}`, "tfjs_binding.node");
  await requireCompiler(compiler);
  return {
    compiler,
    output,
    arguments: [
      ...["-std=c++17", "-O2", "-fPIC", "-shared", `-DNAPI_VERSION=${nodeApiVersion}`],
      ...[`-I${await nodeHeaders()}`, `-I${join(tensorflow, "include")}`],
      ...sources.map((source) => join(folder, "binding", source)),
      ...libraries,
      // The libraries are found again where they are now; they carry the way to CUDA's own.
      `-Wl,-rpath,${tensorflow}`,
      // All symbols are bound at load: a TensorFlow that lacks one fails in the probe, not in the middle of a grade.
      "-Wl,-z,now",
      ...["-o", output],
    ],
  };
}

async function packageFolder(given: string | undefined): Promise<string> {
  const manifest =
    given === undefined
      ? resolvePackageFile(`${packageName}/package.json`)
      : join(resolve(given), "package.json");
  const text = manifest === undefined ? undefined : await readFile(manifest, "utf8").catch(() => undefined);
  if (manifest === undefined || text === undefined) {
    throw failed(`${packageName} is not installed: npm install --ignore-scripts ${packageName}@4.22.0`);
  }
  const folder = dirname(manifest);
  for (const source of sources) {
    await requireFile(
      join(folder, "binding", source),
      `${folder} has no binding/${source}: is it ${packageName} 4.22.0?`,
    );
  }
  return folder;
}

async function findLibrary(folder: string, name: string): Promise<string> {
  const files = await readdir(folder);
  const library = files.find((file) => file.startsWith(`${name}.so`));
  if (library === undefined)
    throw failed(`${folder} has no ${name}.so: is it TensorFlow 2 as pip installs it?`);
  return join(folder, library);
}

/** Node's headers lie beside its binary; Node-API is stable, so those of another version serve as well. */
async function nodeHeaders(): Promise<string> {
  const candidates = [
    join(dirname(process.execPath), "..", "include", "node"),
    "/usr/local/include/node",
    "/usr/include/node",
  ];
  for (const folder of candidates) if (await exists(join(folder, "node_api.h"))) return folder;
  throw failed(`node_api.h was not found in ${candidates.join(", ")}: install Node's headers`);
}

async function requireCompiler(compiler: string): Promise<void> {
  try {
    await promisify(execFile)(compiler, ["--version"]);
  } catch (error) {
    throw failed(`${compiler} does not run here: install a C++17 compiler`, error);
  }
}

async function requireFile(path: string, sentence: string): Promise<void> {
  if (!(await exists(path))) throw failed(sentence);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function failed(sentence: string, cause?: unknown): GradusError {
  return new GradusError("backend-build-failed", `${sentence}.`, { cause });
}

import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildNodeGpu, planNodeGpuBuild, type NodeGpuRequest } from "#references/buildNodeGpu.ts";

describe("building tfjs-node-gpu's binding", () => {
  let root = "";
  let request: NodeGpuRequest;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "gradus-build-"));
    request = {
      tensorflow: join(root, "tensorflow"),
      package: join(root, "package"),
      compiler: join(root, "compiler"),
      platform: "linux",
    };
    for (const file of [
      "tensorflow/include/tensorflow/c/c_api.h",
      "tensorflow/libtensorflow_cc.so.2",
      "tensorflow/libtensorflow_framework.so.2",
      "package/package.json",
      "package/binding/tfjs_backend.cc",
      "package/binding/tfjs_binding.cc",
    ]) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), "");
    }
    await writeCompiler(`printf '%s\\n' "$@" > "$(dirname "$0")/called"`);
  });
  afterEach(() => rm(root, { recursive: true }));

  async function writeCompiler(script: string): Promise<void> {
    await writeFile(join(root, "compiler"), `#!/bin/sh\n${script}\n`);
    await chmod(join(root, "compiler"), 0o755);
  }

  it("runs one command that compiles both sources against the given TensorFlow", async () => {
    const plan = await buildNodeGpu(request);
    assert.equal(plan.output, join(root, "package/lib/napi-v8/tfjs_binding.node"));
    const called = (await readFile(join(root, "called"), "utf8")).trim().split("\n");
    assert.deepEqual(called, plan.arguments);
    for (const argument of [
      "-Wl,-z,now",
      `-Wl,-rpath,${join(root, "tensorflow")}`,
      `-I${join(root, "tensorflow/include")}`,
      join(root, "tensorflow/libtensorflow_cc.so.2"),
      join(root, "tensorflow/libtensorflow_framework.so.2"),
      join(root, "package/binding/tfjs_backend.cc"),
    ]) {
      assert.ok(called.includes(argument), argument);
    }
  });

  const lacks: readonly { without: string; message: RegExp }[] = [
    { without: "tensorflow", message: /tensorflow is not there: --tensorflow takes the folder/ },
    { without: "tensorflow/include", message: /has no include\/tensorflow\/c\/c_api\.h/ },
    { without: "tensorflow/libtensorflow_cc.so.2", message: /has no libtensorflow_cc\.so/ },
    { without: "tensorflow/libtensorflow_framework.so.2", message: /has no libtensorflow_framework\.so/ },
    { without: "package", message: /tfjs-node-gpu is not installed: npm install --ignore-scripts/ },
    { without: "package/binding/tfjs_backend.cc", message: /has no binding\/tfjs_backend\.cc/ },
    { without: "compiler", message: /compiler does not run here: install a C\+\+17 compiler/ },
  ];
  for (const { without, message } of lacks) {
    it(`says what is missing: ${without}`, async () => {
      await rm(join(root, without), { recursive: true });
      await assert.rejects(planNodeGpuBuild(request), { code: "backend-build-failed", message });
    });
  }

  it("quotes the compiler's first error", async () => {
    await writeCompiler(
      `[ "$1" = --version ] || { echo "warm-up" >&2; echo "tfjs.cc:3: error: no such thing" >&2; exit 1; }`,
    );
    await assert.rejects(buildNodeGpu(request), {
      code: "backend-build-failed",
      message: /error: no such thing/,
    });
  });

  it("is for Linux only", async () => {
    await assert.rejects(planNodeGpuBuild({ ...request, platform: "darwin" }), {
      code: "backend-build-failed",
    });
  });
});

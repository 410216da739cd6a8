import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import type { Value } from "#contract/values.ts";
import { fromExactJson, toExactJson } from "#references/exactJson.ts";
import { encodeFrame, readFrames } from "#references/frames.ts";

const values: readonly Value[] = [
  0,
  -0,
  1 / 3,
  5e-324,
  Number.MAX_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  undefined,
  null,
  true,
  "",
  "~",
  "~~NaN",
  "~NaN",
  'quotes " and ~ and \u0000',
  [],
  [[1, 2], [-0, Number.NaN]], // prettier-ignore
  { a: [undefined, "~undefined"], "~b": { c: -0 }, __proto__x: 1 },
];

describe("exact JSON", () => {
  for (const value of values) {
    it(`keeps ${toExactJson(value)}`, () => {
      const back = fromExactJson(toExactJson(value));
      assert.deepEqual(back, value);
      assert.ok(typeof value !== "number" || Object.is(back, value));
    });
  }

  it("writes holes of an array as undefined", () => {
    // eslint-disable-next-line no-sparse-arrays -- the hazard under test
    assert.deepEqual(fromExactJson(toExactJson([1, , 2])), [1, undefined, 2]);
  });

  it("refuses what is no data", () => {
    for (const value of [() => 1, 1n, Symbol("s")]) assert.throws(() => toExactJson({ value }), TypeError);
  });

  it("is valid JSON of its own", () => {
    for (const value of values) assert.doesNotThrow(() => JSON.parse(toExactJson(value)) as unknown);
  });
});

describe("frames", () => {
  const messages = [
    { text: "é".repeat(3000) },
    [],
    "x",
    { numbers: Array.from({ length: 5000 }, (_, index) => index / 7) },
    {
      blocks: [Float64Array.of(1 / 3, -0, NaN), new Float64Array(2000).fill(Math.PI)],
      none: new Float64Array(),
      text: "~#0",
    },
    { after: 1 },
  ];
  const bytes = Buffer.concat(messages.map(encodeFrame));

  for (const size of [1, 3, 4096, bytes.length]) {
    it(`are put together from pieces of ${String(size)} bytes`, async () => {
      const received: unknown[] = [];
      const stream = new PassThrough();
      readFrames(stream, (message) => received.push(message));
      for (let start = 0; start < bytes.length; start += size)
        stream.write(bytes.subarray(start, start + size));
      stream.end();
      await new Promise((resolve) => stream.on("end", resolve));
      assert.deepEqual(received, messages);
    });
  }
});

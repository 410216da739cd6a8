import { flush, holdFrame, readFrame } from "./frames.ts";
import { freezeIntrinsics } from "./freezeIntrinsics.ts";
import { callExport, loadSubmission, prepareSpareRealm } from "./studentRealm.ts";

/**
 * The program inside the sandbox. One synchronous loop over requests: the event loop never gets a turn, so no timer, promise
 * or stream of a student's ever runs between or after the calls, and the promises of a rejected `import()` never settle.
 */
type Request =
  | { readonly id: number; readonly operation: "load"; readonly source: string }
  | {
      readonly id: number;
      readonly operation: "call";
      readonly name: string;
      readonly cases: readonly (readonly string[])[];
    };

const maxReplyBytes = 64 * 2 ** 20;
const tooLarge = '{"ok":false,"fault":{"kind":"too-large","text":"The result is too large."}}';

prepareSpareRealm();
freezeIntrinsics();
holdFrame(`{"ready":true,"node":"${process.versions.node}"}`);
for (;;) {
  flush();
  const frame = readFrame();
  if (!frame) process.exit(0);
  serve(JSON.parse(frame.toString("utf8")) as Request);
}

function serve(request: Request): void {
  if (request.operation === "load") {
    reply(request.id, 0, loadSubmission(request.source));
    flush();
    prepareSpareRealm();
    return;
  }
  for (let index = 0; index < request.cases.length; index++) {
    reply(request.id, index, callExport(request.name, request.cases[index] ?? []));
  }
}

/** `body` is JSON text already; the id, which student code cannot see, proves that the frame is ours. */
function reply(id: number, index: number, body: string): void {
  const fits = Buffer.byteLength(body, "utf8") <= maxReplyBytes;
  holdFrame(`{"id":${String(id)},"case":${String(index)},"reply":${fits ? body : tooLarge}}`);
}

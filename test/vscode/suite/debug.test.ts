import assert from "node:assert/strict";
import { commands, debug, type DebugSession } from "vscode";
import { closeAll, openFile, services, until, wrong } from "./support.ts";

interface Frame {
  readonly name: string;
  readonly line: number;
  readonly source?: { readonly path?: string };
}

describe("debugging a case", () => {
  after(closeAll);

  it("stops in the student's own function, in the student's own file, and leaves nothing behind", async () => {
    const { checker } = await services();
    const document = await openFile("gaussian-mle.ts", wrong);
    await checker.check(document);
    const stops: DebugSession[] = [];
    const tracker = debug.registerDebugAdapterTrackerFactory("*", {
      createDebugAdapterTracker: (session) => ({
        onDidSendMessage: (message: { readonly event?: string }) => {
          if (message.event === "stopped") stops.push(session);
        },
      }),
    });
    try {
      await commands.executeCommand("gradus.debugFailingCase", document.uri, "muHat");
      const session = await until("a stop", () => stops[0], 50_000);
      const [frame] = await framesOf(session);
      assert.ok(frame?.source?.path?.endsWith(document.uri.path) === true);
      assert.equal(
        document.lineAt(frame.line - 1).text.trim(),
        "return x.toSorted((a, b) => a - b)[x.length >> 1]!;",
      );
      assert.equal(debug.breakpoints.length, 1);
      await debug.stopDebugging();
      await until("its breakpoint goes", () => debug.breakpoints.length === 0);
    } finally {
      tracker.dispose();
    }
  }).timeout(90_000);
});

async function framesOf(session: DebugSession): Promise<readonly Frame[]> {
  const { threads } = (await session.customRequest("threads")) as { threads: readonly { id: number }[] };
  const { stackFrames } = (await session.customRequest("stackTrace", {
    threadId: threads[0]?.id,
    levels: 5,
  })) as { stackFrames: readonly Frame[] };
  return stackFrames;
}

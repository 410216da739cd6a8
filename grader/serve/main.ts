/**
 * The engine as a child process of an editor: JSON-RPC over standard input and output, nothing else on either.
 *   --backend <rung>       computes references on this rung; wasm by default
 *   --exercises <folder>   uses these exercises instead of the bundled ones
 * It ends when its input does.
 */
import { parseArgs } from "node:util";
import {
  createMessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type CancellationToken,
  type MessageConnection,
} from "vscode-jsonrpc/node";
import { rungs, type Rung } from "#contract/backend.ts";
import { GradusError } from "#contract/errors.ts";
import type { Notifications } from "./client/protocol.ts";
import { openService, type Asked, type Service } from "./service.ts";

const { values: options } = parseArgs({
  options: { backend: { type: "string", default: "wasm" }, exercises: { type: "string" } },
});
const service = openService({
  rung: rungNamed(options.backend),
  ...(options.exercises === undefined ? {} : { exercises: options.exercises }),
});
// an exercise's module that prints must not break the conversation
console.log = console.info = console.debug = console.error;
const connection = createMessageConnection(
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);
answerAll(connection, service);
connection.onClose(() => void leave());
process.stdin.on("end", () => void leave());
connection.listen();

function answerAll(to: MessageConnection, by: Service): void {
  for (const [method, handler] of Object.entries(by.answers)) answer(to, method, handler);
  to.onNotification("warm", (params: Notifications["warm"]) => {
    // a warm-up that fails is told by the check that follows
    by.warmUp(params).catch(() => undefined);
  });
}

/** Parameters are taken as they come: the other end of the pipe is our own client, typed by the same protocol. */
type Handler = (params: never, asked: Asked) => Promise<unknown>;

function answer(to: MessageConnection, method: string, handler: Handler): void {
  to.onRequest(method, async (params: never, token: CancellationToken) => {
    const controller = new AbortController();
    // a request that was cancelled while it waited to be read never tells so again
    if (token.isCancellationRequested) controller.abort();
    token.onCancellationRequested(() => {
      controller.abort();
    });
    const tell = (file: string, stage: Notifications["progress"]["stage"]): void => {
      void to.sendNotification("progress", { file, stage });
    };
    try {
      return await handler(params, { signal: controller.signal, tell });
    } catch (error) {
      return asResponse(error);
    }
  });
}

/** The server's own range of JSON-RPC; what it was is told by the code beside it. */
const FAULT = -32000;

function asResponse(error: unknown): ResponseError<{ code: string }> {
  if (error instanceof GradusError) return new ResponseError(FAULT, error.message, { code: error.code });
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new ResponseError(FAULT, text, { code: "unforeseen" });
}

function rungNamed(name: string): Rung {
  const found = rungs.find((rung) => rung === name);
  if (found === undefined)
    throw new GradusError("usage", `There is no backend ${name}. There are: ${rungs.join(", ")}.`);
  return found;
}

async function leave(): Promise<void> {
  await service.close();
  process.exit(0);
}

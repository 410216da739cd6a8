import type { Readable, Writable } from "node:stream";
import {
  CancellationTokenSource,
  createMessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type { Method, Notifications, Requests } from "./protocol.ts";

/** The conversation with one engine process, as its client sees it. */
export interface EngineConnection {
  request<M extends Method>(
    method: M,
    params: Requests[M]["params"],
    signal?: AbortSignal,
  ): Promise<Requests[M]["result"]>;
  /** Says that an exercise is about to be worked on. */
  warm(what: Notifications["warm"]): void;
  onProgress(listener: (progress: Notifications["progress"]) => void): void;
  close(): void;
}

/** What the engine answers instead of a result. `code` is one of the grader's own error codes, or why there is no engine. */
export class EngineError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EngineError";
    this.code = code;
  }
}

/** The code of an error, wherever its class comes from; undefined if it is not one of the engine's. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

export function connect(output: Readable, input: Writable): EngineConnection {
  const connection = createMessageConnection(new StreamMessageReader(output), new StreamMessageWriter(input));
  // the end of the process says more than a broken pipe
  connection.onError(() => undefined);
  connection.listen();
  return {
    request: async (method, params, signal) => {
      const cancellation = new CancellationTokenSource();
      const cancel = (): void => {
        cancellation.cancel();
      };
      if (signal?.aborted === true) throw new EngineError("cancelled", "The request was cancelled.");
      signal?.addEventListener("abort", cancel, { once: true });
      try {
        return await connection.sendRequest(method, params, cancellation.token);
      } catch (error) {
        throw asEngineError(error);
      } finally {
        signal?.removeEventListener("abort", cancel);
      }
    },
    warm: (what) => {
      connection.sendNotification("warm", what).catch(() => undefined);
    },
    onProgress: (listener) => {
      connection.onNotification("progress", listener);
    },
    close: () => {
      connection.dispose();
    },
  };
}

function asEngineError(error: unknown): EngineError {
  if (!(error instanceof Error))
    return new EngineError("engine-gone", "The engine ended before it answered.", { cause: error });
  const data: unknown = error instanceof ResponseError ? error.data : undefined;
  if (typeof data === "object" && data !== null && "code" in data && typeof data.code === "string")
    return new EngineError(data.code, error.message, { cause: error });
  return new EngineError("engine-gone", error.message, { cause: error });
}

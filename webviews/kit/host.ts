/** What VS Code gives to a page, once. */
interface VsCodeApi {
  readonly postMessage: (message: unknown) => void;
  readonly getState: () => unknown;
  readonly setState: (state: unknown) => void;
}
declare function acquireVsCodeApi(): VsCodeApi;

export interface Host<To, From> {
  readonly say: (message: From) => void;
  readonly listen: (hear: (message: To) => void) => void;
  /** What `keep` kept the last time, also in a page that was hidden, or closed with its window, in between. */
  readonly kept: () => unknown;
  readonly keep: (state: unknown) => void;
}

/** The page's side of its conversation with the extension. What `parse` does not know is dropped. */
export function openHost<To, From>(parse: (message: unknown) => To | null): Host<To, From> {
  const vscode = acquireVsCodeApi();
  return {
    say: (message) => {
      vscode.postMessage(message);
    },
    listen: (hear) => {
      window.addEventListener("message", (event: MessageEvent<unknown>) => {
        const message = parse(event.data);
        if (message !== null) hear(message);
      });
    },
    kept: () => vscode.getState(),
    keep: (state) => {
      vscode.setState(state);
    },
  };
}

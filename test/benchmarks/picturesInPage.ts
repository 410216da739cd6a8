/** Scripts that run inside pages, as texts: this folder is compiled for Node, which has no page. */

/** How long the page took from nothing to its first picture; NaN while there is none. */
export const firstPictureMs = `performance.getEntriesByName("first picture")[0]?.startTime ?? NaN`;

/** In the empty page: the times of so many messages to the extension and back to a painted frame. */
export function roundTrips(count: number): string {
  return `(async () => {
    const times = [];
    for (let index = -10; index < ${count}; index++) {
      const ms = await window.roundTrip();
      if (index >= 0) times.push(ms);
    }
    return times;
  })()`;
}

/** Arrow keys on a handle, back and forth: the times from a key until the frame that knows of it is painted. */
export function keysInPicture(selector: string, count: number): string {
  return `(async () => {
    const handle = document.querySelector(${JSON.stringify(selector)});
    const times = [];
    for (let press = -10; press < ${count}; press++) {
      const before = handle.getAttribute("aria-valuetext");
      const started = performance.now();
      const key = Math.floor((press + 10) / 5) % 2 === 0 ? "ArrowRight" : "ArrowLeft";
      handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      await new Promise((resolve) => {
        const look = () => {
          const waiting = handle.getAttribute("aria-valuetext") === before;
          if (waiting && performance.now() - started < 3000) requestAnimationFrame(look);
          else resolve();
        };
        requestAnimationFrame(look);
      });
      if (press >= 0) times.push(performance.now() - started);
    }
    return times;
  })()`;
}

export const emptyPage = `
const vscode = acquireVsCodeApi();
window.roundTrip = () => new Promise((resolve) => {
  const started = performance.now();
  const paint = () => requestAnimationFrame(() => resolve(performance.now() - started));
  window.addEventListener("message", paint, { once: true });
  vscode.postMessage("ping");
});
window.nextPicture = () => vscode.postMessage("next");
`;

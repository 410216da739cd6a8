import { ThemeColor, ThemeIcon } from "vscode";
import type { Status } from "#contract/report.ts";

const icons: Readonly<Record<Status, readonly [icon: string, colour?: string]>> = {
  passed: ["pass-filled", "testing.iconPassed"],
  "follow-through": ["arrow-right", "editorInfo.foreground"],
  failed: ["error", "testing.iconFailed"],
  error: ["warning", "testing.iconErrored"],
  timeout: ["watch", "testing.iconErrored"],
  "not-attempted": ["circle-outline"],
  ungradable: ["circle-slash", "testing.iconErrored"],
};

/** High-contrast themes give these colours their own values; the shape alone tells verdicts apart too. */
export function verdictIcon(status: Status): ThemeIcon {
  const [icon, colour] = icons[status];
  return colour === undefined ? new ThemeIcon(icon) : new ThemeIcon(icon, new ThemeColor(colour));
}

export function printPoints(points: number): string {
  return String(Math.round(points * 10) / 10);
}

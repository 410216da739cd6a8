/** What the suite inside the extension host leaves behind. */
export interface HostResults {
  readonly vscode: string;
  readonly node: string;
  readonly remote: string | null;
  readonly tests: readonly HostTest[];
}

export interface HostTest {
  readonly title: string;
  readonly ms: number;
  /** The stack of what went wrong. */
  readonly error: string | null;
}

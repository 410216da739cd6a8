/** Every fault of the grader's own (never of a submission) has one of these codes; tests assert the code, people read the message. */
export type ErrorCode =
  | "exercise-unknown"
  | "exercise-invalid"
  | "case-invalid"
  | "reference-failed"
  | "reference-process-died"
  | "backend-unavailable"
  | "backend-build-failed"
  | "sandbox-unavailable"
  | "sandbox-failed"
  | "file-not-found"
  | "file-not-readable"
  | "submission-not-found"
  | "gradebook-busy"
  | "gradebook-failed"
  | "usage"
  | "cancelled";

export class GradusError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "GradusError";
    this.code = code;
  }
}

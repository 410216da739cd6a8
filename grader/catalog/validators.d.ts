/** A validator generated from a schema: true, or false with the first violation in `errors`. */
export interface Validator {
  (data: unknown): boolean;
  readonly errors?:
    | readonly {
        readonly instancePath: string;
        readonly message?: string;
        readonly params?: Readonly<Record<string, unknown>>;
      }[]
    | null;
}

export const validateComments: Validator;
export const validateExercise: Validator;
export const validateMisconception: Validator;
export const validateReport: Validator;
export const validateResults: Validator;

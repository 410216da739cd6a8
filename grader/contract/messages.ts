export type Language = "en" | "ja";

/** One text in every language that students read. */
export type Localized = Readonly<Record<Language, string>>;

/**
 * What is said, not how: a key into the sentence tables and the values to fill in. Rendered only where it is shown,
 * so that one report can be read in any language. Keys that start with `exercise.` are looked up in the exercise.
 */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

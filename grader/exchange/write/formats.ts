/** What can be written; all of it by default, but for the autograder, which needs a built gradus to carry. */
export const formats = [
  "json",
  "csv",
  "canvas",
  "moodle",
  "nbgrader",
  "gradescope",
  "junit",
  "feedback",
  "class",
] as const;
export type Format = (typeof formats)[number];

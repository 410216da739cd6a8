/** The grader's version, which every report names. A test holds it to package.json. */
export const graderVersion = "0.1.0";

import eslint from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** What a student could have written: solutions and starters. Their style is part of the exercise. */
const submissions = [
  "exercises/*/{starter,solution,sample}.ts",
  "test/fixtures/pictures/*/{starter,solution}.ts",
];

export default defineConfig(
  globalIgnores([
    "dist/",
    "coverage/",
    "**/.cache/",
    "grader/catalog/validators.js",
    "test/attacks/submissions/",
    // what students could have written in their own ways: the compiler checks it as their editor would
    "exercises/*/{misconceptions,alternatives}/",
  ]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    ignores: submissions,
    extends: [tseslint.configs.strictTypeChecked],
    // named, because looking for each file's project takes a third longer
    languageOptions: {
      parserOptions: {
        project: ["tsconfig.json", "webviews/tsconfig.json", "test/vscode/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/no-unsafe-enum-assignment": "off", // slow, and the compiler refuses enums (erasableSyntaxOnly)
      eqeqeq: ["error", "always", { null: "ignore" }], // `== null` says: absent, either way
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      // a number in a text reads the same in every locale; objects and undefined do not
      "@typescript-eslint/restrict-plus-operands": ["error", { allowNumberAndString: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // an underscore says: this argument is there for its place only
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // the pure core: equal inputs give equal verdicts, so clock, chance and I/O come in as arguments
    files: ["grader/{contract,sdk,compare,diagnose,engine}/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        "Date",
        "performance",
        "setTimeout",
        "setInterval",
        "console",
        "fetch",
        "crypto",
      ],
      "no-restricted-properties": ["error", { object: "Math", property: "random" }],
    },
  },
  {
    // keeps the built-ins' own methods unbound and removes globals from realms: that is its purpose
    files: ["grader/sandbox/inside/**/*.ts"],
    rules: {
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
    },
  },
  {
    // describes CommonJS as it is
    files: ["**/*.d.ts"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: submissions,
    languageOptions: { parser: tseslint.parser, sourceType: "module" },
    rules: {
      "no-undef": "off", // the compiler knows the names
      "no-unused-vars": "off", // a starter names its arguments and uses none
    },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
);

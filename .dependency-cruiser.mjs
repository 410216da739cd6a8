/**
 * Who may import whom. `npm run lint` checks it.
 * A room's entry lists the rooms that it may import; `types` lists those of which it may import types only.
 */
const rooms = {
  "grader/contract": { imports: [] },
  "grader/sdk": { imports: ["grader/contract"] },
  "grader/compare": { imports: ["grader/contract"] },
  "grader/diagnose": { imports: ["grader/contract", "grader/compare"] },
  "grader/engine": { imports: ["grader/contract", "grader/sdk", "grader/compare", "grader/diagnose"] },
  "grader/catalog": {
    imports: ["grader/contract"],
    types: ["grader/sdk", "grader/engine", "grader/diagnose"],
  },
  "grader/sandbox": { imports: ["grader/contract"], types: ["grader/engine"] },
  "grader/references": { imports: ["grader/contract"], types: ["grader/sdk", "grader/engine"] },
  "grader/gradebook": { imports: ["grader/contract"], types: ["grader/engine"] },
  // render: what a student reads on a feedback page is said by the sentences that the terminal and the editor say
  "grader/exchange": {
    imports: ["grader/contract", "grader/diagnose/render\\.ts"],
    types: ["grader/engine"],
  },
  "grader/verify": {
    imports: [
      "grader/contract",
      "grader/sdk",
      "grader/compare",
      "grader/diagnose",
      "grader/engine",
      "grader/catalog",
    ],
  },
  "grader/compose": { imports: ["grader/(?!cli/|serve/)"] },
  "grader/classroom": { imports: ["grader/(?!cli/|serve/|verify/)"] },
  "grader/cli": { imports: ["grader"] },
  "grader/serve": { imports: ["grader/(?!cli/)"] },
  extension: { imports: ["grader/contract", "grader/serve/client", "webviews/protocol"] },
  webviews: { imports: ["grader/contract"] },
};

/** Packages from the registry, and the only places that may import them: each has one owner, so that it can be replaced. */
const packages = {
  "@dodona": "^grader/exchange/similarity/",
  "@vscode/test-electron": "^test/vscode/",
  "d3-(scale|shape|contour)": "^webviews/plots/",
  katex: "^webviews/kit/",
  "markdown-it": "^webviews/kit/",
  "playwright-core": "^test/",
  "@tensorflow": "^(grader/(references|sdk|cli/build)|test)/",
  "vscode-jsonrpc": "^grader/serve/",
  ajv: "^grader/catalog/generateValidators\\.ts$",
  "@electric-sql": "^grader/gradebook/",
  commander: "^grader/cli/",
  "csv-parse": "^grader/exchange/read/",
  esbuild:
    "^grader/(cli/(build|picture)/|references/hostBundle|sandbox/runnerSource|catalog/generateValidators)|^test/",
  pg: "^(grader/gradebook|test)/",
  "pg-boss": "^grader/gradebook/",
  sucrase: "^grader/(sandbox/inside/|serve/debugProgram)",
  typescript: "^grader/(sandbox|diagnose|exchange|verify|cli)/|^test/|^exercises/",
  yauzl: "^grader/exchange/read/",
};

/** Rooms that must also run in a browser. */
const portable = "^grader/(contract|sdk|compare|diagnose|engine)/";

const houses = "^(grader|extension|exercises|webviews|test)/";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circles",
      comment: "two modules that need each other are one module",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "an import that leads nowhere",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "declared-packages",
      comment: "a package that package.json does not name works by luck",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "portable-rooms",
      comment: "contract, sdk, compare, diagnose and engine also run in a browser: no module of Node's",
      severity: "error",
      from: { path: portable },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "exercises-by-path",
      comment:
        "the catalog finds exercises by their folder; whoever imports one by name breaks when it is renamed",
      severity: "error",
      // but for the benchmark's stand-in for a teaching assistant, whose tests name what they test
      from: { pathNot: "^exercises/|^test/benchmarks/assistant/" },
      to: { path: "^exercises/" },
    },
    {
      name: "exercise-on-its-own",
      comment: "an exercise imports the sdk and its own folder",
      severity: "error",
      from: { path: "^exercises/([^/]+)/" },
      to: { path: houses, pathNot: ["^exercises/$1/", "^grader/sdk/"] },
    },
    {
      name: "cases-without-solution",
      comment: "cases and references share no code with the solution that they judge",
      severity: "error",
      from: { path: "^exercises/[^/]+/(cases|reference)\\.ts$" },
      to: { path: "/solution\\.ts$" },
    },
    {
      name: "nobody-imports-tests",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { path: "^test/" },
    },
    {
      name: "rooms-have-rules",
      comment: "a new room of the grader says here what it may import",
      severity: "error",
      from: { path: "^grader/", pathNot: Object.keys(rooms).map((room) => `^${room}/`) },
      to: {},
    },
    ...Object.entries(rooms).flatMap(([room, { imports, types = [] }]) => [
      {
        name: `${room.replace("grader/", "")}-imports`,
        comment: `${room} may import ${imports.join(", ") || "nothing"}${types.length > 0 ? `, and types of ${types.join(", ")}` : ""}`,
        severity: "error",
        from: { path: `^${room}/` },
        to: {
          path: houses,
          pathNot: [room, ...imports, ...types].map((allowed) => `^${allowed}`),
        },
      },
      ...types.map((other) => ({
        name: `${room.replace("grader/", "")}-types-of-${other.replace("grader/", "")}`,
        comment: `${room} may import types of ${other}, not its code`,
        severity: "error",
        from: { path: `^${room}/` },
        to: { path: `^${other}/`, dependencyTypesNot: ["type-only"] },
      })),
    ]),
    ...Object.entries(packages).map(([name, from]) => ({
      name: `package-${name.replace("@", "")}`,
      comment: `${name} is imported in one place only`,
      severity: "error",
      from: { path: houses, pathNot: from },
      to: { path: `^node_modules/${name}/` },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // attacks are hostile on purpose and are read as text only
    exclude: { path: "^(dist|coverage|node_modules/\\.cache|test/attacks/submissions)/" },
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types"],
      extensions: [".ts", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
};

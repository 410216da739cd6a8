import type { ClassEntry, ClassResults, InstructorComment, Student } from "#contract/class.ts";
import type { FunctionReport, Report } from "#contract/report.ts";
import type { ExerciseReading } from "#exchange/write/reading.ts";

/** What a student might call themselves, or throw, to get into a page, a spreadsheet or a script. */
export const hostileName = `=HYPERLINK("http://x","A")</script><img src=x onerror=alert(1)>\u0000\u0008\uFFFF\uD800`;

export const students: readonly Student[] = [
  {
    id: "ada",
    name: "Lovelace, Ada",
    email: "ada@example.edu",
    aliases: { canvas: "4021", login: "alovelace", moodle: "118" },
  },
  {
    id: "taro",
    name: "山田 太郎",
    email: "taro@example.ac.jp",
    language: "ja",
    aliases: { canvas: "4022", login: "tyamada", moodle: "119" },
  },
  { id: "../Mallory", name: hostileName, aliases: { moodle: "120" } },
  { id: "nobody", name: "Points Possible", email: "nobody@example.edu" },
];

const of = (name: string, change: Partial<FunctionReport>): FunctionReport => ({
  name,
  status: "failed",
  points: 0,
  maxPoints: 50,
  misconception: null,
  relation: null,
  followsFrom: [],
  rootCause: true,
  message: { key: "failed.hidden", values: { kind: "value" } },
  firstMismatch: null,
  cases: [
    { id: "n-3", kind: "value", visible: true, status: "failed" },
    { id: "secret-7", kind: "value", visible: false, status: "failed" },
  ],
  ...change,
});

const passed = {
  status: "passed",
  points: 50,
  rootCause: false,
  message: { key: "passed", values: {} },
} as const;
const shown = { case: "n-3", path: ".mean[1]", expected: "0.25", got: "-0.25" };
/** As an engine with a mistake would write it: numbers of a hidden case. */
const leaked = { case: "secret-7", path: "", expected: "31.4159", got: "27.1828" };

const report = (exercise: string, score: number, functions: readonly FunctionReport[]): Report => ({
  schemaVersion: 1,
  exercise,
  exerciseVersion: "1.0.0+0123456789ab",
  graderVersion: "0.1.0",
  seed: { kind: "secret", commitment: "c0ffee" },
  backend: { rung: "wasm", device: "WebAssembly with SIMD" },
  sandbox: { mode: "jail", runtime: "node 26.10.0" },
  score,
  maxScore: 100,
  wallMs: 12.4,
  diagnostics: [],
  functions,
});

const fit = (id: string): Report => {
  switch (id) {
    case "ada":
      return report("fit", 100, [of("mean", passed), of("spread", passed)]);
    case "taro":
      return report("fit", 40, [
        of("mean", {
          misconception: "slip",
          firstMismatch: shown,
          message: { key: "exercise.misconception.slip", values: {} },
        }),
        of("spread", {
          status: "follow-through",
          points: 40,
          rootCause: false,
          followsFrom: ["mean"],
          message: { key: "follow-through", values: { from: "mean" } },
        }),
      ]);
    default:
      return report("fit", 0, [
        of("mean", {
          status: "error",
          message: { key: "error.throw", values: { text: `]]>${hostileName}<!--`, line: 3 } },
        }),
        of("spread", {
          firstMismatch: leaked,
          message: { key: "failed.value", values: { ...leaked, type: "number" } },
        }),
      ]);
  }
};

const entry = (student: Student, exercise: string, change: Partial<ClassEntry> = {}): ClassEntry => ({
  student,
  exercise,
  score: 0,
  maxScore: 100,
  latePenalty: 0,
  ...change,
});

function graded(student: Student, exercise: string, given: Report, latePenalty = 0): ClassEntry {
  return entry(student, exercise, {
    score: given.score * (1 - latePenalty),
    latePenalty,
    received: {
      student: student.id,
      exercise,
      submission: {
        fileName: `${exercise}.ts`,
        source: `export const ${student.id.replaceAll(/\W/g, "")} = 0;`,
      },
      receivedAt: "2026-11-20T08:05:00Z",
      late: latePenalty > 0,
      origin: `${student.id}/${exercise}.ts`,
    },
    grade: {
      student: student.id,
      exercise,
      exerciseVersion: given.exerciseVersion,
      submissionHash: "5e".repeat(32),
      graderVersion: given.graderVersion,
      seedCommitment: given.seed.commitment,
      report: given,
      gradedAt: "2026-11-21T09:00:00.000Z",
    },
  });
}

const broken: Report = {
  ...report("flow", 0, [
    of("step", {
      status: "error",
      message: { key: "submission.syntax", values: { text: "')' expected.", line: 3 } },
    }),
    of("path", { status: "error", rootCause: false, message: { key: "submission.syntax", values: {} } }),
  ]),
  diagnostics: [{ line: 3, column: 7, message: "')' expected." }],
};
const endless = report("flow", 50, [
  of("step", passed),
  of("path", { status: "timeout", message: { key: "timeout", values: {} } }),
]);

const [ada, taro, mallory, nobody] = students as readonly [Student, Student, Student, Student];

export const results: ClassResults = {
  course: {
    title: "Generative models <2026>",
    weights: { fit: 2 },
    late: { due: { "*": "2026-11-19T15:00:00Z" }, perDay: 0.1, atMost: 0.5 },
  },
  students,
  exercises: ["fit", "flow"],
  entries: [
    graded(ada, "fit", fit("ada")),
    graded(ada, "flow", endless),
    graded(taro, "fit", fit("taro"), 0.1),
    entry(taro, "flow"),
    graded(mallory, "fit", fit("mallory")),
    graded(mallory, "flow", broken),
    entry(nobody, "fit"),
    entry(nobody, "flow"),
  ],
  refused: [
    {
      origin: "../Mallory/passwd",
      student: "../Mallory",
      code: "symlink",
      reason: "a link that leads to /etc/passwd",
    },
  ],
};

export const comments: readonly InstructorComment[] = [
  { student: "ada", exercise: "fit", function: "mean", text: "Nicely done.\nNo loop needed." },
  { student: "../Mallory", exercise: "fit", text: "<b>See me</b>" },
];

export const texts: Readonly<Record<string, ExerciseReading>> = {
  fit: {
    title: { en: "Fit a Gaussian", ja: "ガウス分布を当てはめる" },
    sentences: {
      "misconception.slip": { en: "you took x[0] for x[1]", ja: "x[1] の代わりに x[0] を使っている" },
      "look.slip": { en: "Which entry comes first?", ja: "最初の要素はどれだろうか。" },
    },
  },
  flow: { title: { en: "Follow a flow", ja: "流れをたどる" }, sentences: {} },
};
